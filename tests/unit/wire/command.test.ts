import { expect, test } from 'vitest';
import { moveSchema } from '#wire/command.ts';

test('an instant that a person chooses is one that a calendar has', () => {
  const supervise = (replyBy: unknown) => moveSchema.safeParse({ move: 'supervise', reason: '急', replyBy }).success;
  expect(supervise(Date.UTC(2026, 11, 1))).toBe(true);
  expect(supervise(null)).toBe(true);
  // 8.64e15 is the last instant that a date can tell: what is beyond cannot be put on a screen.
  for (const at of [8.64e15 + 1, Number.MAX_SAFE_INTEGER, 1.5, NaN, Infinity])
    expect(supervise(at), String(at)).toBe(false);
  for (const move of ['suspend', 'ask'] as const) {
    expect(moveSchema.safeParse({ move, kind: 'suspension', reason: '急', until: 9e15 }).success).toBe(false);
  }
});
