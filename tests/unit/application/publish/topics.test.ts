import { describe, expect, it } from 'vitest';
import { newProgram } from '#domain/wall/program.ts';
import type { StandingWall } from '#domain/wall/standing.ts';
import { TOPICS, type Topic } from '#wire/protocol.ts';
import type { Walls } from '#wire/wall.ts';
import { gridWall } from '../../domain/wall/walls.ts';
import { FakeSubscriber, liveCity } from '../../../fixtures/live-city.ts';
import { person } from '../../../fixtures/small-platform.ts';

const standing = (id: string, scope: string): StandingWall => ({
  version: 1,
  wall: { ...gridWall({}), id, scope },
  layouts: {},
  program: newProgram(0),
});

async function followed(topic: Topic, scope?: string) {
  const walls = [standing('hall', '120000'), standing('heping', '120101')];
  const city = liveCity({ walls: () => walls });
  await city.hub.start();
  const subscriber = new FakeSubscriber();
  city.hub.subscribe(subscriber, person('leader', scope === undefined ? {} : { scope }), topic);
  await city.report();
  await city.pace.pass(2_000);
  return { city, subscriber, walls };
}

describe('topics', () => {
  it.each((Object.keys(TOPICS) as Topic[]).filter((topic) => topic !== 'canary'))(
    'says something to whoever follows %s',
    async (topic) => {
      const { subscriber } = await followed(topic);
      expect(subscriber.got.filter((message) => message.type !== 'leave' && message.topic === topic)).not.toEqual([]);
    },
  );

  it('tells of the walls within reach, and of a change at once', async () => {
    const { city, subscriber, walls } = await followed('walls', '120101');
    const bodies = (): Walls[] =>
      subscriber.got.flatMap((message) => (message.type === 'frame' ? [message.body as Walls] : []));
    expect(bodies().map((body) => body.walls.map(({ wall }) => wall.id))).toEqual([['heping']]);
    walls[1] = { ...(walls[1] as StandingWall), version: 2 };
    await city.pace.pass(100);
    expect(bodies().at(-1)?.walls[0]?.version).toBe(2);
    expect(bodies()).toHaveLength(2);
  });
});
