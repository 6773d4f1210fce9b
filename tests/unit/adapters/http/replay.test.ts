import { afterAll, beforeAll, expect, it } from 'vitest';
import { sceneSchema } from '#wire/http/wall.ts';
import { decodeReplay } from '#wire/replay-frame.ts';
import { serve, type Served } from './serve.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.stop());

const ask = (query: string, key: string): Promise<Response> => served.ask(`/api/v1/replay${query}`, { as: key });
const refusal = async (query: string, key: string): Promise<unknown> => {
  const answer = await ask(query, key);
  const { code, at } = (await answer.json()) as { code: string; at?: { field?: string } };
  return [answer.status, code, at?.field];
};

it('a past day is told to screens and to whoever commands, as a frame of that day', async () => {
  for (const key of ['screen', 'leader', 'dispatcher@120104']) {
    const answer = await ask('?day=2026-11-21', key);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/octet-stream']);
    const { from, to } = decodeReplay(await answer.arrayBuffer());
    expect([from, to]).toEqual([Date.parse('2026-11-21T00:00+08:00'), Date.parse('2026-11-22T00:00+08:00')]);
  }
  const last = decodeReplay(await (await ask('', 'screen')).arrayBuffer());
  expect(last.to).toBe(Date.parse('2026-11-22T09:00+08:00'));
});

it('nobody is told beyond their reach, of a day that is not over, or of more than a screen holds', async () => {
  expect(await refusal('?day=2026-11-21&place=120104', 'screen@120101')).toEqual([403, 'not-allowed', 'place']);
  expect(await refusal('?day=2026-11-21', 'department')).toEqual([403, 'not-allowed', undefined]);
  expect(await refusal('?day=2026-11-22', 'leader')).toEqual([422, 'bad-argument', undefined]);
  expect(await refusal('?day=2026-11-21&place=120199', 'leader')).toEqual([413, 'too-many-items', undefined]);
  expect((await ask('?day=2026-02-30', 'leader')).status).toBe(400);
  expect((await ask('?day=2026-11-21&until=1795300000000', 'leader')).status).toBe(400);
});

it('a scene that is replayed has a day or none', () => {
  const isScene = (scene: unknown): boolean => sceneSchema.safeParse(scene).success;
  expect(isScene({ kind: 'replay' })).toBe(true);
  expect(isScene({ kind: 'replay', target: '2026-11-21' })).toBe(true);
  expect(isScene({ kind: 'replay', target: '2026-11-31' })).toBe(false);
  expect(isScene({ kind: 'replay', target: '120104' })).toBe(false);
  expect(isScene({ kind: 'overview', target: '2026-11-21' })).toBe(false);
  expect(isScene({ kind: 'district' })).toBe(false);
});
