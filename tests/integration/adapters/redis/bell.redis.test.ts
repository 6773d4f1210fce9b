import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createRedisBell } from '#adapters/redis/bell.ts';
import { createRedisBeatShare } from '#adapters/redis/beat-share.ts';
import { createRedisFixShare } from '#adapters/redis/fix-share.ts';
import { RedisLink } from '#adapters/redis/redis-link.ts';
import { bellSuite, type BellNode } from '../../../contract/bell-suite.ts';
import { startRedis, type TestRedis } from '../../redis.ts';

let redis: TestRedis;
const links: RedisLink[] = [];
let names = 0;

beforeAll(async () => {
  redis = await startRedis();
});
afterEach(() => links.splice(0).forEach((link) => link.close()));
afterAll(() => redis.stop());

/** A node whose reader already waits, so that nothing said from now on is missed. */
async function node(onState?: (up: boolean) => void): Promise<BellNode & { link: RedisLink }> {
  const link = new RedisLink({ url: redis.url, nodeId: `n${++names}`, ...(onState ? { onState } : {}) });
  links.push(link);
  link.hear('log', () => undefined);
  link.hear('fixes', () => undefined);
  link.hear('beats', () => undefined);
  while (!link.isUp()) await sleep(5);
  await sleep(100);
  return {
    ...{ link, bell: createRedisBell(link) },
    ...{ fixShare: createRedisFixShare(link), beatShare: createRedisBeatShare(link) },
  };
}

bellSuite('redis', async () => [await node(), await node()]);

describe('the bell when Redis goes away', () => {
  it('is silent without harm, says so once, and rings again on an empty Redis', async () => {
    const states: boolean[] = [];
    const one = await node((up) => states.push(up));
    const two = await node();
    const heard: number[] = [];
    two.bell.onRing((position) => heard.push(position));
    await redis.kill();
    for (let position = 1; position <= 20; position++) {
      one.bell.ring(position);
      await sleep(20);
    }
    expect(heard).toEqual([]);
    await redis.start();
    for (let position = 21; heard.length === 0 && position < 300; position++) {
      one.bell.ring(position);
      await sleep(20);
    }
    expect(heard.length).toBeGreaterThan(0);
    expect(states).toEqual([true, false, true]);
  });
});
