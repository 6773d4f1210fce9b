import type { Principal } from '#domain/account/role.ts';
import { previousSpan, type Span } from '#domain/indicator/span.ts';
import type { SeriesAnswer } from '#wire/http/evaluation.ts';
import { casesBehind } from './cases-behind.ts';
import { cellOf, reckon } from './cells.ts';
import { counted } from './counted.ts';
import { definitionsOf } from './definitions.ts';
import { EvaluationRefused, type EvaluationPort, type SeriesQuery } from './evaluation-port.ts';
import { evaluationTable } from './evaluation-table.ts';
import type { EvaluationParts } from './evaluation-parts.ts';
import { leagueOf } from './league.ts';
import { oneGroup } from './one-group.ts';
import { answeredSettings, readAsOf, readIndicator, readSettings, readSpan } from './reading.ts';

/** Figures of the stored cases, counted from columns in memory; see EvaluationPort. */
export function createEvaluation(parts: EvaluationParts): EvaluationPort {
  return {
    definitions: (choices) => definitionsOf(readSettings(parts.settings(), { choices, leastSample: null })),
    league: (who, query) => leagueOf(parts, who, query),
    async sheet(who, query, format, lang) {
      const answer = leagueOf(parts, who, query);
      const { header, rows } = evaluationTable(
        answer,
        definitionsOf(readSettings(parts.settings(), query)).indicators,
        lang,
      );
      return { file: await parts.writeSheet(format, header, rows), label: answer.span.label };
    },
    series: (who, query) => seriesOf(parts, who, query),
    cases: (who, query) => casesBehind(parts, who, query),
    async change(who, change) {
      try {
        return answeredSettings(await parts.change(who, change));
      } catch (error) {
        if (error instanceof RangeError) throw new EvaluationRefused('settings', error.message);
        throw error;
      }
    },
  };
}

function seriesOf(parts: EvaluationParts, who: Principal, query: SeriesQuery): SeriesAnswer {
  const columns = parts.columns();
  const settings = readSettings(parts.settings(), query);
  const of = readIndicator(query.indicator, 'indicator');
  const now = parts.now();
  const spans = [readSpan(query.span, now, parts.zone())];
  while (spans.length < query.count) spans.unshift(previousSpan(spans[0] as Span, parts.zone()));
  // All spans are counted by the places of the last, so that they can be compared.
  const last = spans.at(-1) as Span;
  const view = parts.placesAsOf(columns, readAsOf(query.asOf, last, now));
  const { groups, group } = oneGroup(columns, who, query, parts.names(), view);
  const points = spans.map((span) => {
    const asOf = readAsOf(query.asOf, span, now);
    const figures = counted(columns, who, query, groups, [of], span, asOf, settings);
    const {
      rank: _rank,
      rankBefore: _before,
      before: _past,
      ...cell
    } = cellOf(of, reckon(of, figures.of(group), settings), settings);
    return { span, asOf, cell };
  });
  return { object: query.object, code: query.code, indicator: of.id, settings: answeredSettings(settings), points };
}
