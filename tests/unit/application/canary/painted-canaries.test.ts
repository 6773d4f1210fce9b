import { expect, it } from 'vitest';
import { timePaintedCanaries } from '#application/canary/painted-canaries.ts';
import type { Principal } from '#domain/account/role.ts';

const screen = (id: string): Principal => ({
  ...{ kind: 'system', id, name: id, role: 'screen', scope: '120000', department: null },
});
const painted = (no: number, trip: number) => ({
  canary: { no, sentAt: 1_000_000, arrivedAt: 1_000_000 + trip / 2, paintedAt: 1_000_000 + trip },
});

it('times each probe once a screen, in real time', () => {
  const trips: number[] = [];
  const time = timePaintedCanaries((ms) => trips.push(ms), 10);
  time(screen('a'), painted(1, 5_000));
  time(screen('a'), painted(1, 5_000));
  time(screen('b'), painted(1, 8_000));
  time(screen('a'), painted(2, 6_000));
  expect(trips).toEqual([500, 800, 600]);
});

it('takes no trip from pages that have none, run backwards or are people’s', () => {
  const trips: number[] = [];
  const time = timePaintedCanaries((ms) => trips.push(ms), 1);
  time(screen('a'), { canary: null });
  time(screen('a'), {});
  time(screen('a'), painted(1, -500));
  time(screen('a'), painted(2, 9_000_000));
  time({ ...screen('c'), role: 'leader' }, painted(1, 500));
  expect(trips).toEqual([]);
});
