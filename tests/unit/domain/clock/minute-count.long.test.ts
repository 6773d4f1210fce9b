import { expect, test } from 'vitest';
import { compareClocks, openSubjects } from './random-clocks.ts';

/** CITYWALL_TEST_CLOCKS=1000000 counts a million: some minutes. */
const CLOCKS = Number(process.env['CITYWALL_TEST_CLOCKS'] ?? 50_000);

test(
  `${CLOCKS.toLocaleString('en')} random clocks equal a count minute by minute`,
  () => {
    const { held, awaited, differences } = compareClocks(openSubjects(), CLOCKS, 20260101);
    expect(differences).toEqual([]);
    expect(held).toBeGreaterThan(100);
    expect(awaited).toBeGreaterThan(500);
  },
  60_000 + CLOCKS * 2,
);
