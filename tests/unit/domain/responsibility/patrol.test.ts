import { expect, it } from 'vitest';
import { dutyState, patrolled } from '#domain/responsibility/patrol.ts';
import type { OnTheRound } from '#domain/task/task.ts';

it('counts the unit grids that were visited since, and when the last was', () => {
  const visits = new Map([
    ['a', 100],
    ['b', 50],
    ['c', 10],
  ]);
  const visitedAt = (grid: string): number | null => visits.get(grid) ?? null;
  expect(patrolled(['a', 'b', 'c', 'd'], visitedAt, 50)).toEqual({
    unitGrids: 4,
    visited: 2,
    share: 0.5,
    lastVisitAt: 100,
  });
  expect(patrolled(['d'], visitedAt, 0)).toEqual({ unitGrids: 1, visited: 0, share: 0, lastVisitAt: null });
  expect(patrolled([], visitedAt, 0)).toEqual({ unitGrids: 0, visited: 0, share: null, lastVisitAt: null });
});

it('says how the collector stands', () => {
  const team = { code: 'C-1', kind: 'collector' as const, nameZh: '一', nameEn: '1', districtCode: '120101' };
  const known = { team: { ...team, department: null, simulated: true } };
  const there: OnTheRound = { ...known, fix: { team: 'C-1', lon: 117, lat: 39, at: 0, heading: null, speed: null } };
  const yes = (): boolean => true;
  const no = (): boolean => false;
  expect(dutyState('unnamed', yes, yes)).toBe('unnamed');
  expect(dutyState('unknown', yes, yes)).toBe('no-position');
  expect(dutyState({ ...known, fix: null }, yes, yes)).toBe('no-position');
  expect(dutyState(there, no, yes)).toBe('off-duty');
  expect(dutyState(there, yes, no)).toBe('elsewhere');
  expect(dutyState(there, yes, yes)).toBe('in-place');
});
