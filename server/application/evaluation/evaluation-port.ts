import type { Principal } from '#domain/account/role.ts';
import type { Phase } from '#domain/case/stage.ts';
import type { Kind } from '#domain/category/category.ts';
import type { ObjectKind } from '#domain/indicator/indicator.ts';
import type { SpanKind } from '#domain/indicator/span.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import type { SettingsChange } from '#domain/indicator/settings.ts';
import type {
  EvaluationAnswer,
  EvaluationCasesAnswer,
  IndicatorsAnswer,
  SeriesAnswer,
  SettingsAnswer,
} from '#wire/http/evaluation.ts';
import type { Level } from '#wire/level.ts';

/** A span as it is asked for: the period that `date` lies in (null: today's), or the days `from` to `to`. */
export type AskedSpan = { kind: SpanKind; date: string | null; from: string | null; to: string | null };

/** How figures are asked to be counted. `choices` and `leastSample` are in place of the city's settings. */
export type Reading = {
  span: AskedSpan;
  /** Epoch ms; null: the span's end, or now where it has not ended. */
  asOf: number | null;
  choices: Readonly<Record<string, string>>;
  leastSample: number | null;
  kind: Kind | null;
  category: string | null;
};

export type LeagueQuery = Reading & {
  object: ObjectKind;
  /** Of places; null: one level below the parent. */
  level: Level | null;
  /** Code of the place that holds what is compared; null: all that may be seen. */
  parent: string | null;
  indicators: readonly string[];
  /** The indicator rows are ordered by, best first; null: the first. */
  sort: string | null;
  limit: number;
};

export type OneQuery = Reading & { object: ObjectKind; code: string; indicator: string; parent: string | null };
export type SeriesQuery = OneQuery & { count: number };
export type CasesQuery = OneQuery & {
  part: 'numerator' | 'denominator' | 'excluded';
  after: number | null;
  limit: number;
};
export type CasesPage = Omit<EvaluationCasesAnswer, 'nextCursor'> & { next: number | null };

/** Figures of the stored cases. Every answer holds only what the asker's scope (a department's own) lets them see. */
export interface EvaluationPort {
  definitions(choices: Readonly<Record<string, string>>): IndicatorsAnswer;
  league(who: Principal, query: LeagueQuery): EvaluationAnswer;
  /** The league as a spreadsheet; `label` names the span. */
  sheet(
    who: Principal,
    query: LeagueQuery,
    format: 'csv' | 'xlsx',
    lang: 'zh' | 'en',
  ): Promise<{ file: Uint8Array; label: string }>;
  series(who: Principal, query: SeriesQuery): SeriesAnswer;
  /** Rejects with StoreUnavailable. */
  cases(who: Principal, query: CasesQuery): Promise<CasesPage>;
  /** Changes how the city reads its figures and keeps what is not given. Rejects with EvaluationRefused, StoreUnavailable. */
  change(who: Principal, change: SettingsChange): Promise<SettingsAnswer>;
}

/** What was asked cannot be: `field` says which parameter. */
export class EvaluationRefused extends Error {
  override name = 'EvaluationRefused';
  readonly field: string;
  readonly forbidden: boolean;
  constructor(field: string, message: string, forbidden = false) {
    super(message);
    this.field = field;
    this.forbidden = forbidden;
  }
}

/** The facts are still being read from the log. `share`: how far, 0 to 1. */
export class FactsNotReady extends Error {
  override name = 'FactsNotReady';
  readonly share: number;
  constructor(share: number) {
    super(`the figures are being counted from the log: ${Math.floor(share * 100)} %`);
    this.share = share;
  }
}

export type CaseHead = { number: string; address: string; categoryKey: string | null; phase: Phase };

/** The logs of cases, for facts. Every method rejects with StoreUnavailable. */
export interface CaseLogs {
  /** Events of the cases with ids above `after`, at most `limit` cases, by id; `highest` is the highest id there is. */
  page(after: number, limit: number): Promise<{ cases: { id: number; events: CaseEvent[] }[]; highest: number }>;
  eventsOf(ids: readonly number[]): Promise<{ id: number; events: CaseEvent[] }[]>;
  head(): Promise<{ epoch: string; position: number }>;
  /** Cases that changed after a position, and the log's position now: both of one moment. */
  changedAfter(position: number): Promise<{ position: number; ids: number[] }>;
  heads(ids: readonly number[]): Promise<Map<number, CaseHead>>;
}
