import type { CaseRules } from '#domain/case/rules.ts';
import type { SupervisionLevel } from '#domain/case/supervision-level.ts';
import type { ChangedValue } from '../settings/SettingHistory.tsx';

type Value = CaseRules[keyof CaseRules];

/** A rule's value as the history of settings has it: a list as JSON. */
export function writtenRule(value: Value): ChangedValue['is'] {
  return typeof value === 'object' ? JSON.stringify(value) : value;
}

/** The same read back, to be stored again. @throws SyntaxError where a list was not written as JSON. */
export function ruleOf(name: string, written: ChangedValue['is']): unknown {
  return name === 'supervisionLevels' ? writtenLevels(written) : written;
}

/** Levels as the history has them. @throws SyntaxError where they were not written as JSON. */
export function writtenLevels(written: ChangedValue['is']): readonly SupervisionLevel[] {
  return JSON.parse(String(written)) as readonly SupervisionLevel[];
}
