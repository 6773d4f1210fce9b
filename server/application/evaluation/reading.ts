import type { Principal } from '#domain/account/role.ts';
import { covers } from '#domain/account/scope.ts';
import { dateOfEpochDay } from '#domain/calendar/dates.ts';
import type { Zone } from '#domain/calendar/zone.ts';
import type { Term } from '#domain/indicator/formula.ts';
import { findIndicator } from '#domain/indicator/registry.ts';
import type { Indicator } from '#domain/indicator/indicator.ts';
import { withChoices, type EvaluationSettings } from '#domain/indicator/settings.ts';
import { spanAt, spanBetween, type Span } from '#domain/indicator/span.ts';
import type { SettingsAnswer } from '#wire/http/evaluation.ts';
import type { When } from './count-facts.ts';
import { EvaluationRefused, type AskedSpan, type Reading } from './evaluation-port.ts';
import { secondsOf, type FactColumns } from './fact-columns.ts';
import type { Narrowing } from './count-facts.ts';

/** The span that was asked for. Throws EvaluationRefused. */
export function readSpan({ kind, date, from, to }: AskedSpan, now: number, zone: Zone): Span {
  const today = dateOfEpochDay(Math.floor((now + zone.offsetAt(now)) / 86_400_000));
  try {
    if (kind !== 'any') return spanAt(kind, date ?? today, zone);
    if (from === null) throw new EvaluationRefused('from', 'span=any needs the first date as from=YYYY-MM-DD');
    return spanBetween(from, to ?? today, zone);
  } catch (error) {
    if (error instanceof RangeError) throw new EvaluationRefused(kind === 'any' ? 'from' : 'at', error.message);
    throw error;
  }
}

/** When a span is counted as of: what is asked for, but neither ahead of now nor before its begin. */
export function readAsOf(asked: number | null, span: Span, now: number): number {
  return Math.max(span.from, Math.min(asked ?? span.to, now));
}

/** Settings with what the question asks instead. Throws EvaluationRefused. */
export function readSettings(
  settings: EvaluationSettings,
  { choices, leastSample }: Pick<Reading, 'choices' | 'leastSample'>,
): EvaluationSettings {
  try {
    return { ...withChoices(settings, choices), leastSample: leastSample ?? settings.leastSample };
  } catch (error) {
    if (error instanceof RangeError) throw new EvaluationRefused('settings', error.message);
    throw error;
  }
}

/** Settings as answers name them. */
export function answeredSettings({ choices, grades, leastSample }: EvaluationSettings): SettingsAnswer {
  return { choices: { ...choices }, grades: [...grades], leastSample };
}

/** An indicator by id, that objects of this kind have. Throws EvaluationRefused. */
export function readIndicator(id: string, field = 'indicators'): Indicator {
  const found = findIndicator(id);
  if (found === null)
    throw new EvaluationRefused(field, `there is no indicator ${id}; see /api/v1/evaluation/indicators`);
  return found;
}

export function whenOf(span: Span, asOf: number, settings: EvaluationSettings): When {
  return {
    from: secondsOf(span.from),
    to: secondsOf(span.to),
    asOf: Math.ceil(asOf / 1000),
    carried: settings.choices.backlog === 'carried',
    exemptLeaves: settings.choices.exempted === 'leaves',
  };
}

/** What may be counted for somebody: of the asked categories, and for a department its own work only. */
export function narrowingOf(
  columns: FactColumns,
  who: Principal,
  { kind, category }: Pick<Reading, 'kind' | 'category'>,
): Narrowing {
  const categories =
    kind === null && category === null
      ? null
      : Uint8Array.from(columns.categories.texts, (key) =>
          (category === null || key === category) && (kind === null || key.split(':')[1] === kind) ? 1 : 0,
        );
  // No fact has this department, so a department account without one sees nothing.
  const none = 0xffff;
  const own = who.role === 'department' ? (columns.departments.find(who.department ?? '') ?? none - 1) + 1 : null;
  return { categories, department: own };
}

/** Throws EvaluationRefused for a place outside somebody's reach. */
export function checkReach(who: Principal, parent: string | null): void {
  if (parent === null || covers(who.scope, parent) || covers(parent, who.scope)) return;
  throw new EvaluationRefused('parent', `the place ${parent} lies outside ${who.scope}`, true);
}

/** Whose persons' figures somebody may see: all of the reach, or only their own. */
export function seesPersons(who: Principal): boolean {
  return who.role === 'leader' || who.role === 'duty-officer' || who.role === 'administrator';
}

/** Terms of an asked indicator once each. */
export function uniqueTerms(terms: readonly Term[]): Term[] {
  return [...new Map(terms.map((term) => [`${term.kind} ${term.measure} ${term.channel}`, term])).values()];
}
