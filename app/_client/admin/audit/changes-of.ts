import type { AuditLineAnswer } from './audit-question.ts';

type Value = AuditLineAnswer['detail'][string];
const WAS = 'was.';

/** What a line says beside its facts: each value, with the one before where it was changed (kept as `was.` and its name). */
export function changesOf(detail: AuditLineAnswer['detail']): { name: string; was: Value | undefined; is: Value }[] {
  return Object.entries(detail).flatMap(([name, is]) => {
    const isBefore = name.startsWith(WAS) && name.slice(WAS.length) in detail;
    return isBefore ? [] : [{ name, was: detail[WAS + name], is }];
  });
}
