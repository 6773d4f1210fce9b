import type { CaseRules } from '#domain/case/rules.ts';
import { MOST_LEVELS } from '#domain/case/supervision-level.ts';
import { levelDraftOf, levelOf, type LevelDraft } from './level-draft.ts';

/** The rules that are numbers, with what each may be. */
export const NUMBER_RULES = {
  maxExtensions: { least: 0, most: 9 },
  duplicateMetres: { least: 1, most: 1_000 },
  duplicateHours: { least: 1, most: 720 },
  onDutyMinutes: { least: 1, most: 240 },
} as const satisfies Partial<Record<keyof CaseRules, { least: number; most: number }>>;
export type NumberRule = keyof typeof NUMBER_RULES;

/** Rules as they are being edited: numbers as they were typed. */
export type RulesDraft = Pick<CaseRules, 'command' | 'pauseWhilePending'> &
  Record<NumberRule, string> & { supervisionLevels: readonly LevelDraft[] };

export function draftOf(rules: CaseRules): RulesDraft {
  const { command, pauseWhilePending, maxExtensions, duplicateMetres, duplicateHours, onDutyMinutes } = rules;
  return {
    command,
    pauseWhilePending,
    maxExtensions: String(maxExtensions),
    duplicateMetres: String(duplicateMetres),
    duplicateHours: String(duplicateHours),
    onDutyMinutes: String(onDutyMinutes),
    supervisionLevels: rules.supervisionLevels.map(levelDraftOf),
  };
}

/** The number that a text is for a rule; null where it is none that the rule may have. */
export function numberFor(name: NumberRule, text: string): number | null {
  const { least, most } = NUMBER_RULES[name];
  const value = /^\d{1,5}$/u.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
}

/** What a draft changes; null while something of it cannot be. */
export function changeOf(rules: CaseRules, draft: RulesDraft): Partial<CaseRules> | null {
  const change: Partial<CaseRules> = {};
  if (draft.command !== rules.command) change.command = draft.command;
  if (draft.pauseWhilePending !== rules.pauseWhilePending) change.pauseWhilePending = draft.pauseWhilePending;
  for (const name of Object.keys(NUMBER_RULES) as NumberRule[]) {
    const value = numberFor(name, draft[name]);
    if (value === null) return null;
    if (value !== rules[name]) change[name] = value;
  }
  const levels = draft.supervisionLevels.map(levelOf);
  if (levels.length === 0 || levels.length > MOST_LEVELS) return null;
  const sound = levels.filter((level) => level !== null);
  if (sound.length < levels.length) return null;
  if (JSON.stringify(sound) !== JSON.stringify(rules.supervisionLevels.map(levelDraftOf).map(levelOf))) {
    change.supervisionLevels = sound;
  }
  return change;
}
