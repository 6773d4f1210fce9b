import type { AuditLine } from '../audit-trail/audit-line.ts';
import type { SettingChangesAnswer } from '#wire/http/setting-changes.ts';

type Detail = AuditLine['detail'];

const WAS = 'was.';

/** Settings by name; a value that is a list is written down as JSON. */
type Settings = Readonly<Record<string, Detail[string] | readonly object[]>>;

/** What a change of settings is written down as: each new value under its name, the one before under `was.` and it. */
export function settingDetail(was: Settings, is: Settings): Detail {
  return Object.fromEntries(
    Object.entries(is).flatMap(([name, value]) => [
      [name, written(value)],
      [WAS + name, written(was[name] ?? null)],
    ]),
  );
}

function written(value: Settings[string]): Detail[string] {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
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
