// One item of `npm run due`: its due instant, and how it came about in both languages.
import type { Calendar } from '#domain/calendar/calendar.ts';
import { calendarAt } from '#domain/calendar/calendar-at.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { districtsWithRules } from '#domain/calendar/local.ts';
import { openZone } from '#domain/calendar/zone.ts';
import { computeClock } from '#domain/clock/clock.ts';
import { explainClock } from '#domain/clock/explain.ts';
import type { ClockFacts } from '#domain/clock/facts.ts';
import type { Limit } from '#domain/clock/limit.ts';
import { renderStep } from '#domain/clock/render.ts';
import { foldSteps, type StepKind } from '#domain/clock/step.ts';
import type { UnitMeaning } from '#domain/clock/unit-words.ts';
import { InputError, UsageError } from '../calendar/refusal.ts';
import { readAsked, type Asked } from './asked.ts';
import type { ItemCalendars } from './calendars.ts';
import { isoText } from './iso-text.ts';
import { readStart, type ItemError } from './start.ts';

/** What the tool makes of a step: what happened, when, and what was left. */
export type ExplainedStep = {
  kind: StepKind;
  from: string;
  to: string | null;
  countedMs: number;
  balanceMs: number;
  zh: string;
  en: string;
};

export type DueAnswer = {
  due: string;
  dueAt: number;
  provisional: boolean;
  /** How the unit was understood. */
  meaning: UnitMeaning;
  warn?: string;
  warnAt?: number;
  explanation: ExplainedStep[];
};

export type AnsweredItem = Record<string, unknown> & (DueAnswer | { error: ItemError });

/** Members that are the tool's own: those of an earlier run are not an item's. */
const OWN = ['due', 'dueAt', 'provisional', 'meaning', 'warn', 'warnAt', 'explanation', 'error'];

/** Answers an item, keeping its own members; what is wrong with it stands under `error`. */
export async function answerItem(item: unknown, calendars: ItemCalendars, allSteps: boolean): Promise<AnsweredItem> {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    const error = {
      field: '',
      reason: `${JSON.stringify(item)} is not an item`,
      hint: 'an item is {"start": …, "limit": 2, "unit": "工作日"}',
    };
    return { item, error };
  }
  const fields = Object.fromEntries(Object.entries(item).filter(([name]) => !OWN.includes(name)));
  const asked = readAsked(fields);
  if ('reason' in asked) return { ...fields, error: asked };
  const calendar = await openCalendar(asked, calendars);
  if ('reason' in calendar) return { ...fields, error: calendar };
  const stranger = strangeDistrict(calendar, asked.district);
  if (stranger !== null) return { ...fields, error: stranger };
  const start = readStart(fields['start'], openZone(calendar.zone));
  if (typeof start !== 'number') return { ...fields, error: start };
  try {
    return {
      ...fields,
      ...calendars.within(calendar, start, (compiled) =>
        answer(calendarAt(compiled, asked.district), start, asked, allSteps),
      ),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const hint = 'give a shorter limit, or a calendar with more working time';
    return { ...fields, error: { field: 'limit', reason: `the limit ends too far ahead: ${error.message}`, hint } };
  }
}

function answer(calendar: CompiledCalendar, startedAt: number, asked: Asked, allSteps: boolean): DueAnswer {
  const season = asked.season === null ? {} : { season: asked.season };
  const limit: Limit = { value: asked.limit, unit: asked.meaning.unit, ...season };
  const facts: ClockFacts = { startedAt, limit, pauses: [], extensions: [] };
  const warnShares = asked.warnShare === null ? [] : [asked.warnShare];
  const { dueAt, warningAt, provisional } = computeClock(facts, calendar, { warnShares });
  if (dueAt === null) throw new RangeError('a clock without a pause is always due');
  const iso = (instant: number): string => isoText(calendar.zone, instant);
  const steps = explainClock(facts, calendar);
  const warnAt = warningAt[0] ?? null;
  return {
    due: iso(dueAt),
    dueAt,
    provisional,
    meaning: asked.meaning,
    ...(warnAt !== null && { warn: iso(warnAt), warnAt }),
    explanation: (allSteps ? steps : foldSteps(steps)).map((step) => ({
      kind: step.kind,
      from: iso(step.from),
      to: step.to === null ? null : iso(step.to),
      countedMs: step.countedMs,
      balanceMs: step.balanceMs,
      zh: renderStep(step, 'zh', calendar),
      en: renderStep(step, 'en', calendar),
    })),
  };
}

/** A district that the calendar knows nothing of: its answer would be the city's under another name. */
function strangeDistrict(calendar: Calendar, code: string | null): ItemError | null {
  const known = districtsWithRules(calendar);
  if (code === null || known.includes(code)) return null;
  const reason = `the calendar has no rules of district ${JSON.stringify(code)} of its own`;
  const hint = known.length === 0 ? 'name a calendar with "districts"' : `it has ${known.join(', ')}`;
  return { field: 'district', reason, hint };
}

async function openCalendar(asked: Asked, calendars: ItemCalendars): Promise<Calendar | ItemError> {
  try {
    return await calendars.open(asked);
  } catch (error) {
    if (error instanceof UsageError) {
      const field = error.message.startsWith('--hours') ? 'hours' : 'zone';
      return { field, reason: error.message.replace(/^--\w+: /, ''), hint: 'leave it out for the usual one' };
    }
    if (error instanceof InputError)
      return { field: 'calendar', reason: error.message, hint: 'name a file beside the items, or plain' };
    throw error;
  }
}
