import type { AuditLine } from '../audit-trail/audit-line.ts';
import type { SettingChangesAnswer } from '#wire/http/setting-changes.ts';

type Detail = AuditLine['detail'];

const WAS = 'was.';

/** What a change of settings is written down as: each new value under its name, the one before under `was.` and it. */
export function settingDetail(was: Detail, is: Detail): Detail {
  const before = Object.keys(is).map((name) => [WAS + name, was[name] ?? null]);
  return { ...is, ...(Object.fromEntries(before) as Detail) };
}

/** The same read back from audit lines. Values that stayed what they were are left out. */
export function settingChangesOf(lines: readonly Pick<AuditLine, 'at' | 'actor' | 'detail'>[]): SettingChangesAnswer {
  return {
    changes: lines
      .map(({ at, actor, detail }) => ({
        at,
        by: actor.name,
        values: Object.entries(detail).flatMap(([name, is]) => {
          const was = detail[WAS + name] ?? null;
          return name.startsWith(WAS) || was === is ? [] : [{ name, was, is }];
        }),
      }))
      .filter(({ values }) => values.length > 0),
  };
}
