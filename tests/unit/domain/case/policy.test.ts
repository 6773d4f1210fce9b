import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { POST_LEVELS, levelOfScope } from '#domain/account/post.ts';
import { ROLES, type Role } from '#domain/account/role.ts';
import { isEntitled, RIGHTS } from '#domain/case/policy.ts';
import { DEFAULT_RULES, type CaseRules } from '#domain/case/rules.ts';

/** The table of docs/moves.md: written out by hand a second time, and read here cell by cell. */
const rows = readFileSync('docs/moves.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| `/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const head = readFileSync('docs/moves.md', 'utf8')
  .split('\n')
  .find((line) => /^\| right /.test(line))
  ?.split('|')
  .slice(1, -1)
  .map((cell) => cell.trim());
const columns = (head ?? []).slice(2) as Role[];
const letters = { city: 'C', district: 'D', subdistrict: 'S' } as const;

function cells(): { right: string; role: Role; levels: string }[] {
  return rows.flatMap(([right = '', , ...levels]) =>
    columns.map((role, index) => ({ right: right.replaceAll('`', ''), role, levels: levels[index] ?? '' })),
  );
}

describe('who may do what at which level', () => {
  it('is written down for every right and every role that moves cases', () => {
    expect(rows.map(([right]) => right?.replaceAll('`', ''))).toEqual(RIGHTS);
    expect(new Set([...columns, 'administrator', 'security-administrator', 'auditor', 'screen'])).toEqual(
      new Set(ROLES),
    );
  });

  const commands: CaseRules['command'][] = ['one-level', 'two-level'];
  it.each(commands)('holds in every cell under %s command', (command) => {
    let checked = 0;
    for (const { right, role, levels } of cells()) {
      for (const level of POST_LEVELS) {
        const isCityOfTwo = command === 'two-level' && level === 'city' && levels.includes('D');
        const expected = levels.includes(letters[level]) || isCityOfTwo;
        const found = isEntitled({ role, level }, right as (typeof RIGHTS)[number], { command });
        expect([right, role, level, found]).toEqual([right, role, level, expected]);
        checked += 1;
      }
    }
    expect(checked).toBe(RIGHTS.length * columns.length * POST_LEVELS.length);
  });

  it('gives those who run the platform and a screen nothing', () => {
    for (const role of ['administrator', 'security-administrator', 'auditor', 'screen'] as const) {
      for (const level of POST_LEVELS) {
        expect(RIGHTS.filter((right) => isEntitled({ role, level }, right, DEFAULT_RULES))).toEqual([]);
      }
    }
  });

  it('takes a reach’s level from its code', () => {
    expect(['120000', '110000', '120101', '120101001', '120101001001'].map(levelOfScope)).toEqual([
      'city',
      'city',
      'district',
      'subdistrict',
      'subdistrict',
    ]);
  });
});
