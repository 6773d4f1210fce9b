import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ACTS } from '#client/desk/acts/acts.ts';
import { BULK_ACTS, BULK_SAFETY } from '#client/desk/queue/bulk/bulk.ts';

/** Rows of the table of what is confirmed and what is undone: acts with what stands in each column. */
function written(): Map<string, readonly string[]> {
  const text = readFileSync(new URL('../../../../docs/desk.md', import.meta.url), 'utf8');
  const part = text.slice(text.indexOf('## Confirmed or undone'), text.indexOf('## Mentions'));
  const rows = part.split('\n').filter((line) => line.startsWith('| `'));
  return new Map(
    rows.flatMap((row) => {
      const [, names = '', alone = '', several = ''] = row.split('|').map((cell) => cell.trim());
      return [...names.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => [name, [alone, several]] as const);
    }),
  );
}

describe('what keeps an act from being a mistake', () => {
  test('is written down as it is for acts on several', () => {
    const rows = written();
    for (const act of BULK_ACTS) {
      const several = rows.get(act)?.[1] ?? '';
      expect(several, act).toContain('asked');
      expect(several.includes('Ctrl Z'), act).toBe(BULK_SAFETY[act] === 'contrary');
      expect(several.includes('held'), act).toBe(BULK_SAFETY[act] === 'held');
    }
  });

  test('is written down as it is for what is asked twice', () => {
    const rows = written();
    const twice = ACTS.filter((act) => 'confirms' in act).map(({ id }) => id);
    expect(
      [...rows]
        .filter(([, [alone]]) => alone === 'asked twice')
        .map(([name]) => name)
        .sort(),
    ).toEqual(twice.sort());
    for (const id of twice) expect(BULK_ACTS).not.toContain(id);
  });
});
