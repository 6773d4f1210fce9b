import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PatrolAnswer } from '#wire/http/responsibility.ts';
import { unitGrid } from '../../domain/responsibility/block-city.ts';
import { fakeResponsibility } from './fake-responsibility.ts';
import { principalOf } from './fake-port.ts';
import { serve, type Served } from './serve.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.stop());

async function ask(path: string, key: string): Promise<{ status: number; body: unknown }> {
  const answer = await served.ask(`/api/v1/${path}`, { as: key });
  return { status: answer.status, body: await answer.json() };
}

it('a patrol is told of one’s own reach, and of nothing beside it', async () => {
  const city = (await ask('coverage/responsibility-grids?hours=8', 'leader')).body as PatrolAnswer;
  expect(city.places.map(({ place }) => place)).toEqual(['120000', '120101', '120102']);
  expect(city.grids.map(({ code, unitGrids, duty }) => [code, unitGrids, duty])).toEqual([
    ['ZR-1', 2, 'no-position'],
    ['ZR-2', 1, 'no-position'],
  ]);
  const own = (await ask('coverage/responsibility-grids', 'duty-officer@120102')).body as PatrolAnswer;
  expect(own.grids.map(({ code }) => code)).toEqual(['ZR-2']);
  const beside = await ask('coverage/responsibility-grids?place=120101', 'duty-officer@120102');
  expect(beside).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  expect((await ask('responsibility-grids?place=120103', 'leader')).status).toBe(404);
});

it('the list names unit grids, at most as many responsibility grids as asked for', async () => {
  const answer = await ask('responsibility-grids?limit=1', 'collector');
  expect(answer.body).toMatchObject({ total: 2, grids: [{ code: 'ZR-1', unitGrids: [unitGrid(1), unitGrid(2)] }] });
});

it('nobody is named to who is out of reach', () => {
  const port = fakeResponsibility();
  const seenBy = (scope: string) => port.ofUnitGrid(principalOf('operator', scope), unitGrid(1));
  for (const near of ['120000', '120101', '120101001'])
    expect(seenBy(near)).toMatchObject({ code: 'ZR-1', person: '甲岗', collector: 'C-1', place: '120101001001' });
  expect(seenBy('120102')).toMatchObject({ code: 'ZR-1', person: '', collector: null });
});

it('what lies at a point names its responsibility grid, also of a day that is past', async () => {
  expect((await ask('locate?lon=117.2&lat=39.1', 'leader')).body).toMatchObject({ responsibilityGrid: null });
  const past = await ask('locate?lon=117.2&lat=39.1&at=2026-01-01T00:00:00Z', 'leader');
  expect(past.body).toMatchObject({ responsibilityGrid: { code: 'ZR-2' } });
  expect((await ask('reverse?lon=117.2&lat=39.1', 'leader')).body).toMatchObject({ responsibilityGrid: null });
});
