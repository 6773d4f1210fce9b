import { createClient } from 'redis';
import { expect, it } from 'vitest';
import { startRedis } from '../../redis.ts';

it('gives the tests a real Redis that can be killed and comes back empty', async () => {
  const redis = await startRedis();
  const first = await createClient({ url: redis.url })
    .on('error', () => undefined)
    .connect();
  await first.set('a', '1');
  expect(await first.get('a')).toBe('1');
  await redis.kill();
  first.destroy();
  await redis.start();
  const second = await createClient({ url: redis.url }).connect();
  expect(await second.get('a')).toBeNull();
  second.destroy();
  await redis.stop();
});
