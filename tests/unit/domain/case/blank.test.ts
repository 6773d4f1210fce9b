import { expect, test } from 'vitest';
import { foldCase } from '#domain/case/fold.ts';
import { at, reported } from './sample.ts';

test.each([
  [true, 'default-point'],
  [undefined, 'no-place'],
] as const)('a report without a point (stand-in point: %s) is marked %s', (defaultPoint, anomaly) => {
  const state = foldCase([reported(at('2026-11-20 08:00'), { position: null, ...(defaultPoint && { defaultPoint }) })]);
  expect(state.anomalies).toEqual([anomaly]);
});
