import { expect, test } from 'vitest';
import { shareColour } from '#client/evaluation/patrol/share-bands.ts';
import { PALETTE } from '#client/theme/palette.ts';

test('the less was visited, the lighter; unknown is no colour', () => {
  expect([1, 0.8, 0.79, 0.4, 0.2, 0.1, 0].map((share) => shareColour(share))).toEqual(
    (['heat2', 'heat2', 'heat3', 'heat4', 'heat5', 'heat6', 'heat6'] as const).map((name) => PALETTE[name]),
  );
  expect(shareColour(null)).toBeNull();
  expect(shareColour(undefined)).toBeNull();
});
