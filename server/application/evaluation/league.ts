import type { Principal } from '#domain/account/role.ts';
import type { CountOf } from '#domain/indicator/evaluate.ts';
import type { Indicator } from '#domain/indicator/indicator.ts';
import type { EvaluationSettings } from '#domain/indicator/settings.ts';
import { previousSpan, type Span } from '#domain/indicator/span.ts';
import type { EvaluationAnswer, EvaluationCell } from '#wire/http/evaluation.ts';
import type { Level } from '#wire/level.ts';
import { byWorth, cellOf, rankRows, reckon, type Reckoned } from './cells.ts';
import { counted, type Counted } from './counted.ts';
import type { LeagueQuery } from './evaluation-port.ts';
import type { EvaluationParts } from './evaluation-parts.ts';
import { groupsOf } from './groups.ts';
import { namesOf, type NameBook } from './names.ts';
import { levelBelow } from './one-group.ts';
import {
  answeredSettings,
  checkReach,
  readAsOf,
  readIndicator,
  readSettings,
  readSpan,
  seesPersons,
} from './reading.ts';

/** Objects side by side, ranked against each other and the span before. Throws EvaluationRefused, FactsNotReady. */
export function leagueOf(parts: EvaluationParts, who: Principal, query: LeagueQuery): EvaluationAnswer {
  checkReach(who, query.parent);
  const columns = parts.columns();
  const settings = readSettings(parts.settings(), query);
  const indicators = query.indicators.map((id) => readIndicator(id));
  const now = parts.now();
  const span = readSpan(query.span, now, parts.zone());
  const asOf = readAsOf(query.asOf, span, now);
  const before = previousSpan(span, parts.zone());
  const names = parts.names();
  const level = query.level ?? levelBelow(query.parent ?? who.scope, names);
  const groups = groupsOf(columns, query.object, level, who.scope, query.parent, parts.placesAsOf(columns, asOf));
  const count = (at: Span, until: number): Counted =>
    counted(columns, who, query, groups, indicators, at, until, settings);
  const current = count(span, asOf);
  const past = count(before, Math.min(before.to, now));
  const shown = rowGroups(current, who, query, level, names);
  const cells = new Map<string, Map<number, { reckoned: Reckoned; cell: EvaluationCell }>>();
  for (const one of indicators) cells.set(one.id, cellsOf(one, shown, current, past, settings));
  const sort = query.sort ?? indicators[0]?.id ?? 'B14';
  const worth = byWorth(readIndicator(sort, 'sort').id);
  const ordered = [...shown.ones].sort((a, b) => {
    const of = cells.get(sort);
    return (
      worth(of?.get(a)?.reckoned, of?.get(b)?.reckoned) ||
      (codeOf(shown, current, a) < codeOf(shown, current, b) ? -1 : 1)
    );
  });
  const rowOf = (group: number, role: 'one' | 'unknown' | 'source') => ({
    code: codeOf(shown, current, group),
    name: namesOf(names, query.object, codeOf(shown, current, group), columns),
    role,
    cells: Object.fromEntries(indicators.map(({ id }) => [id, cells.get(id)?.get(group)?.cell ?? emptyCell])),
  });
  return {
    object: query.object,
    level: query.object === 'place' ? level : null,
    parent: query.parent,
    span,
    before,
    asOf,
    countedAt: now,
    settings: answeredSettings(settings),
    indicators: indicators.map(({ id }) => id),
    total: totalRow(indicators, current, past, settings),
    rows: [
      ...ordered.slice(0, query.limit).map((group) => rowOf(group, 'one')),
      ...shown.unknown.map((group) => rowOf(group, codeOf(shown, current, group) === '' ? 'unknown' : 'source')),
    ],
    totalRows: ordered.length + shown.unknown.length,
  };
}

const emptyCell: EvaluationCell = {
  value: null,
  text: null,
  numerator: null,
  denominator: null,
  why: 'not-kept',
  tooFew: false,
  grade: null,
  rank: null,
  rankBefore: null,
  before: null,
};

/**
 * Groups that become rows: those that are ranked, those that are nobody's or a source's, and `extra`, places without any
 * fact, numbered after the counted groups.
 */
type Shown = { ones: number[]; unknown: number[]; extra: string[] };

function rowGroups(current: Counted, who: Principal, query: LeagueQuery, level: Level, names: NameBook): Shown {
  const all = current.codes.map((code, group) => ({ code, group }));
  const mine = (code: string): boolean => query.object !== 'person' || seesPersons(who) || code === who.id;
  // What a feed tells without a name is no person's work: it is shown, and ranked against nobody.
  const isNobody = (code: string): boolean => code === '' || (query.object === 'person' && names.source(code) !== null);
  const ones = all.filter(
    ({ code, group }) => !isNobody(code) && mine(code) && (query.object === 'post' || current.has(group)),
  );
  const unknown = all.filter(({ code, group }) => isNobody(code) && current.has(group) && mine(code));
  const shown: Shown = { ones: ones.map(({ group }) => group), unknown: unknown.map(({ group }) => group), extra: [] };
  if (query.object !== 'place' || (level !== 'district' && level !== 'subdistrict')) return shown;
  // A district where nothing happened is a row all the same.
  const seen = new Set(ones.map(({ code }) => code));
  for (const code of names.placesAt(level, query.parent ?? who.scope, who.scope)) {
    if (!seen.has(code)) shown.ones.push(current.codes.length + shown.extra.push(code) - 1);
  }
  return shown;
}

function codeOf({ extra }: Shown, { codes }: Counted, group: number): string {
  return codes[group] ?? extra[group - codes.length] ?? '';
}

function cellsOf(
  of: Indicator,
  { ones, unknown }: Shown,
  current: Counted,
  past: Counted,
  settings: EvaluationSettings,
): Map<number, { reckoned: Reckoned; cell: EvaluationCell }> {
  const known = (group: number): number => (group < current.codes.length ? group : -1);
  const now = ones.map((group) => reckon(of, current.of(known(group)), settings));
  const then = ones.map((group) => reckon(of, past.of(known(group)), settings));
  const [ranks, ranksBefore] = [rankRows(of, now), rankRows(of, then)];
  const cells = new Map<number, { reckoned: Reckoned; cell: EvaluationCell }>();
  ones.forEach((group, index) => {
    const [reckoned, before] = [now[index], then[index]];
    if (reckoned === undefined || before === undefined) return;
    const cell = {
      ...cellOf(of, reckoned, settings),
      rank: ranks[index] ?? null,
      rankBefore: ranksBefore[index] ?? null,
      before: cellOf(of, before, settings).value,
    };
    cells.set(group, { reckoned, cell });
  });
  for (const group of unknown) {
    const reckoned = reckon(of, current.of(group), settings);
    const before = cellOf(of, reckon(of, past.of(group), settings), settings).value;
    cells.set(group, { reckoned, cell: { ...cellOf(of, reckoned, settings), grade: null, before } });
  }
  return cells;
}

/** All that was counted together: figures of sums, not sums of figures. */
function totalRow(
  indicators: readonly Indicator[],
  current: Counted,
  past: Counted,
  settings: EvaluationSettings,
): EvaluationAnswer['total'] {
  const sums = ({ codes, of }: Counted): CountOf => {
    const groups = codes.map((_, group) => of(group));
    return (term) => groups.reduce((sum, count) => sum + count(term), 0);
  };
  const [now, then] = [sums(current), sums(past)];
  const cells = indicators.map((of): [string, EvaluationCell] => [
    of.id,
    {
      ...cellOf(of, reckon(of, now, settings), settings),
      before: cellOf(of, reckon(of, then, settings), settings).value,
    },
  ]);
  return { code: '', name: { zh: '合计', en: 'Total' }, role: 'total', cells: Object.fromEntries(cells) };
}
