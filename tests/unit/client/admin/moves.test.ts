import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES } from '#domain/case/rules.ts';
import { RIGHTS } from '#domain/case/policy.ts';
import { CATALOGUES } from '#client/i18n/catalogues.ts';
import { groupedRights, levelsOf } from '#client/admin/moves/right-groups.ts';
import { changeOf, draftOf, numberFor } from '#client/admin/moves/rules-draft.ts';

describe('the table of posts and moves', () => {
  it('has every right once, with a name and a sentence in both languages', () => {
    const shown = groupedRights().flatMap(({ rights }) => [...rights]);
    expect([...shown].sort()).toEqual([...RIGHTS].sort());
    for (const { rules } of Object.values(CATALOGUES))
      for (const right of RIGHTS) expect(rules.right[right], right).toBeDefined();
  });

  it('says what one-level command takes from the city', () => {
    expect(levelsOf('dispatcher', 'dispatch', { command: 'two-level' })).toEqual(['city', 'district', 'subdistrict']);
    expect(levelsOf('dispatcher', 'dispatch', { command: 'one-level' })).toEqual(['district', 'subdistrict']);
    expect(levelsOf('department', 'dispatch', { command: 'two-level' })).toEqual([]);
  });
});

describe('a draft of the rules', () => {
  it('changes nothing until something is edited, and then that alone', () => {
    const draft = draftOf(DEFAULT_RULES);
    expect(changeOf(DEFAULT_RULES, draft)).toEqual({});
    const edited = { ...draft, command: 'one-level', onDutyMinutes: '15' } as const;
    expect(changeOf(DEFAULT_RULES, edited)).toEqual({ command: 'one-level', onDutyMinutes: 15 });
  });

  it('is no change while a number cannot be', () => {
    const draft = draftOf(DEFAULT_RULES);
    for (const duplicateMetres of ['', '0', '1001', '5.5', 'ten', '-1'])
      expect(changeOf(DEFAULT_RULES, { ...draft, duplicateMetres })).toBeNull();
    expect(numberFor('maxExtensions', ' 0 ')).toBe(0);
  });
});
