import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');

/** Numbers and levels of the standard's requirements of levels 1 and 2, in its order. */
const asked = read('tests/fixtures/asvs-5.0-levels.txt')
  .trim()
  .split('\n')
  .map((line) => line.split(' '));
const list = read('docs/asvs.md');
const rows = list
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('the list of ASVS 5.0', () => {
  it('has each requirement of levels 1 and 2 once, in order', () => {
    expect(rows.map(([no, level]) => [no, level])).toEqual(asked);
    expect(rows).toHaveLength(253);
  });

  it('says of each how it stands and why', () => {
    for (const [no, , what = '', state = '', why = ''] of rows) {
      expect(['met', 'by setting', 'n/a', 'not met'], no).toContain(state);
      expect(what.length, no).toBeGreaterThan(3);
      expect(why.length, no).toBeGreaterThan(3);
      if (state === 'not met') expect(why, no).toContain('Needed: ');
    }
  });

  it('counts what it holds', () => {
    const count = (state: string, levels: string[]) =>
      rows.filter(([, level = '', , is]) => is === state && levels.includes(level)).length;
    for (const [name, levels] of [
      ['1', ['1']],
      ['1 and 2', ['1', '2']],
    ] as const) {
      const counts = ['met', 'by setting', 'n/a', 'not met'].map((state) => count(state, [...levels]));
      const all = counts.reduce((sum, one) => sum + one, 0);
      const line = list.split('\n').find((one) => one.startsWith(`| ${name} `)) ?? '';
      expect(line.split('|').slice(2, -1).map(Number), name).toEqual([...counts, all]);
    }
  });
});

it.each(['docs/asvs.md', 'docs/threat-model.md'])('%s names files that are there', (path) => {
  const named = [...read(path).matchAll(/`?((?:tests|server|docs)\/[\w./-]+\.(?:ts|md))`?/g)].map(
    ([, file]) => file ?? '',
  );
  expect(named.length).toBeGreaterThan(20);
  expect([...new Set(named)].filter((file) => !existsSync(resolve(root, file)))).toEqual([]);
});
