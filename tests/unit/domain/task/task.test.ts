import { describe, expect, it } from 'vitest';
import { collectorFor, coverageOf, isOnDuty, nearestCollector, type OnTheRound } from '#domain/task/task.ts';

const MINUTE = 60_000;
const here = { lon: 117.2, lat: 39.1 };

function collector(code: string, lon: number, over: Partial<OnTheRound['team']> = {}, at = 0): OnTheRound {
  const team = { code, kind: 'collector' as const, nameZh: code, nameEn: code, districtCode: '120101' };
  const more = { department: null, simulated: true, ...over };
  return { team: { ...team, ...more }, fix: { team: code, lon, lat: 39.1, at, heading: null, speed: null } };
}

describe('a task', () => {
  const case_ = { position: here, districtCode: '120101' };

  it('goes to the nearest collector of the district who is out', () => {
    const all = [
      collector('far', 117.3),
      collector('near', 117.21),
      collector('elsewhere', 117.2, { districtCode: '120102' }),
      collector('crew', 117.2, { kind: 'crew' }),
      collector('home', 117.2, {}, -1),
      { ...collector('lost', 117.2), fix: null },
    ];
    expect(nearestCollector(all, case_, (fix) => fix.at === 0)).toBe('near');
    expect(nearestCollector(all, case_, () => false)).toBeNull();
    expect(nearestCollector(all, { ...case_, position: null }, () => true)).toBeNull();
  });

  it('goes to the collector of the responsibility grid while on duty, else to the nearest', () => {
    const own = collector('own', 117.5, { districtCode: '120102' });
    const all = [collector('near', 117.21), own, collector('crew', 117.2, { kind: 'crew' })];
    const isOut = (): boolean => true;
    expect(collectorFor(all, case_, 'own', isOut)).toEqual({ code: 'own', how: 'responsible' });
    expect(collectorFor(all, { ...case_, position: null }, 'own', isOut)).toMatchObject({ how: 'responsible' });
    const nearest = { code: 'near', how: 'nearest' };
    for (const nobody of [null, 'unknown', 'crew']) expect(collectorFor(all, case_, nobody, isOut)).toEqual(nearest);
    expect(collectorFor(all, case_, 'own', (fix) => fix.team !== 'own')).toEqual(nearest);
    expect(collectorFor([all[0]!, { ...own, fix: null }], case_, 'own', isOut)).toEqual(nearest);
    expect(collectorFor(all, case_, 'own', () => false)).toBeNull();
  });

  it('goes to the same collector whatever order they are asked in', () => {
    const two = [collector('b', 117.21), collector('a', 117.21)];
    expect(nearestCollector(two, case_, () => true)).toBe('a');
    expect(nearestCollector(two.toReversed(), case_, () => true)).toBe('a');
  });
});

describe('a patrol', () => {
  it('is on duty in working time while its position is young', () => {
    const cases = [
      [{ at: 0 }, 10 * MINUTE, true],
      [{ at: 0 }, 10 * MINUTE + 1, true],
      [{ at: 0 }, MINUTE, false],
      [null, MINUTE, true],
    ] as const;
    expect(cases.map(([fix, at, working]) => isOnDuty(fix, at, 10 * MINUTE, working))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('covers the share of grids visited since', () => {
    const visits = new Map([
      ['g1', 100],
      ['g2', 50],
    ]);
    const visitedAt = (grid: string): number | null => visits.get(grid) ?? null;
    expect(coverageOf(['g1', 'g2', 'g3', 'g4'], visitedAt, 50)).toEqual({ grids: 4, visited: 2, share: 0.5 });
    expect(coverageOf(['g1', 'g2'], visitedAt, 51).share).toBe(0.5);
    expect(coverageOf([], visitedAt, 0).share).toBeNull();
  });
});
