import type { Grade } from '#domain/indicator/grade.ts';
import { GRADES } from '#domain/indicator/grade.ts';
import type { EvaluationAnswer, EvaluationCell, IndicatorsAnswer } from '#wire/http/evaluation.ts';

/** Settings as they are being edited: numbers as they were typed. */
export type SettingsDraft = {
  readonly choices: Readonly<Record<string, string>>;
  readonly grades: readonly string[];
  readonly leastSample: string;
};

/** What a draft changes, as the API takes it. */
export type DraftChange = { choices?: Record<string, string>; grades?: number[]; leastSample?: number };

export function draftOf({ settings, grades, leastSample }: IndicatorsAnswer): SettingsDraft {
  return {
    choices: Object.fromEntries(settings.map(({ name, chosen }) => [name, chosen])),
    grades: grades.map(String),
    leastSample: String(leastSample),
  };
}

/** The grades' bounds as numbers; null where they do not fall from 100 to 0. */
export function boundsOf(grades: readonly string[]): number[] | null {
  const bounds = grades.map((text) => (/^\d{1,3}(\.\d{1,2})?$/u.test(text.trim()) ? Number(text) : Number.NaN));
  const falls = bounds.every((bound, at) => bound <= 100 && bound < (bounds[at - 1] ?? 101));
  return falls ? bounds : null;
}

/** The smallest sample as a number; null where it is none. */
export function sampleOf(text: string): number | null {
  return /^\d{1,6}$/u.test(text.trim()) ? Number(text) : null;
}

/** What a draft changes; null while one of its numbers cannot be. */
export function changeOf(answer: IndicatorsAnswer, draft: SettingsDraft): DraftChange | null {
  const [bounds, sample] = [boundsOf(draft.grades), sampleOf(draft.leastSample)];
  if (bounds === null || sample === null) return null;
  const choices = Object.fromEntries(
    answer.settings.flatMap(({ name, chosen }) => {
      const choice = draft.choices[name] ?? chosen;
      return choice === chosen ? [] : [[name, choice]];
    }),
  );
  return {
    ...(Object.keys(choices).length > 0 && { choices }),
    ...(bounds.some((bound, at) => bound !== answer.grades[at]) && { grades: bounds }),
    ...(sample !== answer.leastSample && { leastSample: sample }),
  };
}

/** The change that brings values back which the history tells, by their names. */
export function changeBack(values: readonly { name: string; was: string | number | boolean | null }[]): DraftChange {
  const change: DraftChange = {};
  for (const { name, was } of values) {
    if (name === 'grades') change.grades = String(was).split(',').map(Number);
    else if (name === 'leastSample') change.leastSample = Number(was);
    else (change.choices ??= {})[name] = String(was);
  }
  return change;
}

/** Figures that a preview asks for beside those that a changed setting defines: what every city publishes. */
const PUBLISHED = ['R15', 'R14', 'R12', 'R13', 'B25', 'B26', 'S01'] as const;

/** The figures that a change could touch. */
export function touched({ indicators }: IndicatorsAnswer, { choices = {} }: DraftChange): string[] {
  const defined = indicators.filter(({ setting }) => setting !== null && setting in choices).map(({ id }) => id);
  return [...new Set([...defined, ...PUBLISHED])];
}

/** The address of the month's figures of all districts, as they are or as a change would have them. */
export function previewAddress(ids: readonly string[], { choices, leastSample }: DraftChange): string {
  const query = new URLSearchParams({ object: 'place', level: 'district', span: 'month', indicators: ids.join(',') });
  if (choices !== undefined)
    query.set(
      'settings',
      Object.entries(choices)
        .map(([name, choice]) => `${name}:${choice}`)
        .join(','),
    );
  if (leastSample !== undefined) query.set('leastSample', String(leastSample));
  return `/api/v1/evaluation?${query.toString()}`;
}

/** One figure before and after: the city's, and in how many districts value or grade would be another. */
export type Effect = {
  readonly id: string;
  readonly now: string | null;
  readonly then: string | null;
  readonly districts: number;
  readonly grades: number;
};

/** What a change does to the figures; those that stay as they are are left out. */
export function effectsOf(now: EvaluationAnswer, then: EvaluationAnswer, bounds: readonly number[] | null): Effect[] {
  return now.indicators.flatMap((id) => {
    const before = new Map(now.rows.map((row) => [row.code, row.cells[id]]));
    const pairs = then.rows.map((row) => [before.get(row.code), row.cells[id]] as const);
    const effect: Effect = {
      id,
      now: now.total.cells[id]?.text ?? null,
      then: then.total.cells[id]?.text ?? null,
      districts: pairs.filter(([was, is]) => was?.value !== is?.value).length,
      grades: pairs.filter(([was, is]) => (was?.grade ?? null) !== gradeUnder(is, bounds)).length,
    };
    return effect.now === effect.then && effect.districts === 0 && effect.grades === 0 ? [] : [effect];
  });
}

/** A cell's grade, by other bounds where there are such. */
function gradeUnder(cell: EvaluationCell | undefined, bounds: readonly number[] | null): Grade | null {
  if (cell === undefined || cell.grade === null || cell.value === null) return null;
  if (bounds === null) return cell.grade;
  const { value } = cell;
  const at = bounds.findIndex((bound) => value >= bound);
  return GRADES[at === -1 ? GRADES.length - 1 : at] ?? 'E';
}
