import { describe, expect, it } from 'vitest';
import { settingChangesOf, settingDetail } from '#application/query/setting-changes.ts';
import { rulesChangeSchema } from '#wire/http/rules.ts';
import { DEFAULT_RULES } from '#domain/case/rules.ts';
import { RIGHTS } from '#domain/case/policy.ts';
import { CATALOGUES } from '#client/i18n/catalogues.ts';
import { groupedRights, levelsOf } from '#client/admin/moves/right-groups.ts';
import { anotherLevel } from '#client/admin/moves/level-draft.ts';
import { changeOf, draftOf, numberFor } from '#client/admin/moves/rules-draft.ts';
import { ruleOf, writtenRule } from '#client/admin/moves/written-rule.ts';

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

  it('carries levels of supervision, and none without both names or with hours that are none', () => {
    const draft = draftOf(DEFAULT_RULES);
    const levels = [
      ...draft.supervisionLevels,
      { ...anotherLevel(), zh: ' 市长督办 ', en: 'mayor’s', replyHours: '24' },
    ];
    const change = changeOf(DEFAULT_RULES, { ...draft, supervisionLevels: levels });
    expect(Object.keys(change ?? {})).toEqual(['supervisionLevels']);
    expect(change?.supervisionLevels?.at(-1)).toEqual({
      ...{ zh: '市长督办', en: 'mayor’s', replyHours: 24 },
      from: { 'duty-officer': null, leader: 'city' },
    });
    expect(rulesChangeSchema.parse(change)).toEqual(change);
    const last = levels.at(-1)!;
    for (const bad of [{ zh: ' ' }, { en: '' }, { replyHours: '0' }, { replyHours: '721' }, { replyHours: 'a day' }])
      expect(
        changeOf(DEFAULT_RULES, { ...draft, supervisionLevels: [...draft.supervisionLevels, { ...last, ...bad }] }),
      ).toBeNull();
    expect(changeOf(DEFAULT_RULES, { ...draft, supervisionLevels: [] })).toBeNull();
  });

  it('comes back from the history of settings as it was stored', () => {
    const before = { ...DEFAULT_RULES };
    const is = { supervisionLevels: DEFAULT_RULES.supervisionLevels.slice(0, 2), maxExtensions: 3 };
    const [change] = settingChangesOf([
      { at: 1, actor: { kind: 'person', id: 'a', name: 'A' }, detail: settingDetail(before, is) },
    ]).changes;
    const taken = Object.fromEntries((change?.values ?? []).map(({ name, was }) => [name, ruleOf(name, was)]));
    expect(taken).toEqual({ supervisionLevels: DEFAULT_RULES.supervisionLevels, maxExtensions: 2 });
    expect(writtenRule(DEFAULT_RULES.supervisionLevels)).toBe(
      change?.values.find(({ name }) => name === 'supervisionLevels')?.was,
    );
  });
});
