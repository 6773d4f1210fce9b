import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TeamStore } from '#application/ports.ts';
import type { Fix, Team } from '#domain/team/team.ts';

/** What every TeamStore does alike, whatever it is kept in. */
export function describeTeamStore(
  name: string,
  createStore: () => Promise<{ store: TeamStore; close: () => Promise<void> }>,
): void {
  describe(`the team store in ${name}`, () => {
    let store: TeamStore;
    let close: () => Promise<void>;
    beforeEach(async () => ({ store, close } = await createStore()));
    afterEach(() => close());

    it('keeps the roster, by code, with the last word on each team', async () => {
      expect(await store.roster()).toEqual([]);
      await store.saveRoster('simulator', [team('C2'), team('C1'), { ...team('C1'), nameEn: 'Crew One' }]);
      await store.saveRoster('simulator', [{ ...team('C2'), department: null, kind: 'collector' }]);
      await store.saveRoster('simulator', []);
      expect(await store.roster()).toEqual([
        { ...team('C1'), nameEn: 'Crew One' },
        { ...team('C2'), department: null, kind: 'collector' },
      ]);
    });

    it('keeps the newest fix of each team, whatever comes last', async () => {
      await store.saveFixes([fix('C1', 1000), fix('C2', 1000), fix('C1', 3000), fix('C1', 2000)], 5000);
      await store.saveFixes([fix('C1', 2500), fix('C2', 1001), { ...fix('C3', 9), heading: null, speed: null }], 6000);
      await store.saveFixes([], 7000);
      expect(await store.latestFixes()).toEqual([
        { ...fix('C1', 3000), receivedAt: 5000 },
        { ...fix('C2', 1001), receivedAt: 6000 },
        { ...fix('C3', 9), heading: null, speed: null, receivedAt: 6000 },
      ]);
    });
  });
}

function team(code: string): Team {
  const names = { nameZh: `抢修队 ${code}`, nameEn: `Crew ${code}` };
  return { code, kind: 'crew', ...names, districtCode: '120101', department: '120101-water', simulated: true };
}

function fix(code: string, at: number): Fix {
  return { team: code, lon: 117.2 + at / 1e6, lat: 39.1, at, heading: 12.5, speed: 1.25 };
}
