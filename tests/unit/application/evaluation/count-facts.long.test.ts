import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countFacts, type When } from '#application/evaluation/count-facts.ts';
import { FactColumns } from '#application/evaluation/fact-columns.ts';
import { Slots } from '#application/evaluation/slots.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import { evaluate, termsOf } from '#domain/indicator/evaluate.ts';
import { FACT_KINDS } from '#domain/indicator/fact.ts';
import { factsOf } from '#domain/indicator/facts-of.ts';
import { MEASURES, type Term } from '#domain/indicator/formula.ts';
import { INDICATORS } from '#domain/indicator/registry.ts';
import { defaultSettings } from '#domain/indicator/settings.ts';
import { calendar } from '../../domain/case/sample.ts';
import { BEGIN, caseLogs } from '../../domain/indicator/random-cases.ts';

const DAY = 86_400;
const start = BEGIN / 1000;
const everyTerm: Term[] = FACT_KINDS.flatMap((kind) =>
  MEASURES.flatMap((measure) =>
    (['any', 'patrol', 'other'] as const).map((channel) => ({ kind, measure, channel, sign: 1 as const })),
  ),
);
const slots = new Slots(everyTerm);

function columnsOf(logs: readonly (readonly CaseEvent[])[]): FactColumns {
  const columns = new FactColumns();
  logs.forEach((log, id) => {
    const facts = factsOf(id + 1, log, calendar);
    if (facts) columns.set(facts);
  });
  return columns;
}

const everything: When = {
  from: start,
  to: start + 70 * DAY,
  asOf: start + 40 * DAY,
  carried: false,
  exemptLeaves: true,
};

/** Counts of the whole, or by the district of each case ('' outside). */
function countBy(columns: FactColumns, when: When, level: 'city' | 'district'): Float64Array[] {
  const keys = columns.paths.texts.map((path) => (level === 'city' ? '' : (path.split('/')[0] ?? '')));
  const groups = [...new Set(keys)];
  const groupOf = Int32Array.from(keys.map((key) => groups.indexOf(key)));
  const grouping = { by: 'path', groups: groups.length, groupOf, casePaths: null } as const;
  const counts = countFacts(columns, when, grouping, { categories: null, department: null }, slots);
  return groups.map((_, group) => counts.slice(group * slots.count, (group + 1) * slots.count));
}

const sum = (rows: Float64Array[]): number[] =>
  Array.from({ length: slots.count }, (_, at) => rows.reduce((total, row) => total + (row[at] ?? 0), 0));
const of = (row: readonly number[], kind: Term['kind'], measure: Term['measure']): number =>
  row[slots.of({ kind, measure, channel: 'any', sign: 1 })] ?? 0;
const whens = fc
  .record({ from: fc.nat(50), days: fc.integer({ min: 1, max: 40 }), asOf: fc.nat(90) })
  .map(({ from, days, asOf }): When => ({
    ...everything,
    from: start + from * DAY,
    to: start + (from + days) * DAY,
    asOf: start + asOf * DAY,
  }));

describe('counting facts', () => {
  it('a city equals the sum of its districts and of what lies outside', () => {
    fc.assert(
      fc.property(caseLogs, whens, (logs, when) => {
        const columns = columnsOf(logs);
        expect(sum(countBy(columns, when, 'district'))).toEqual(sum(countBy(columns, when, 'city')));
      }),
    );
  });

  it('no part is larger than its whole', () => {
    fc.assert(
      fc.property(caseLogs, whens, (logs, when) => {
        const row = sum(countBy(columnsOf(logs), when, 'city'));
        for (const kind of FACT_KINDS) {
          expect(of(row, kind, 'onTime')).toBeLessThanOrEqual(of(row, kind, 'done'));
          expect(of(row, kind, 'undone')).toBeLessThanOrEqual(of(row, kind, 'done'));
          expect(of(row, kind, 'passed')).toBeLessThanOrEqual(of(row, kind, 'entered'));
        }
        for (const { id, unit, kind } of INDICATORS) {
          if (unit !== 'percent' || kind === 'extension' || ['R02', 'R13', 'R16'].includes(id)) continue;
          const terms = termsOf(id, defaultSettings);
          expect(terms.length).toBeGreaterThan(0);
          const { numerator, denominator } = evaluate(id, (term) => row[slots.of(term)] ?? 0, defaultSettings);
          expect(numerator ?? 0).toBeLessThanOrEqual(denominator ?? 0);
        }
      }),
    );
  });

  it('gives the same for any order and repetition of events and cases', () => {
    fc.assert(
      fc.property(caseLogs, whens, fc.infiniteStream(fc.nat()), (logs, when, stream) => {
        const shuffled = logs.map((log) => shuffle([...log, ...log], stream));
        expect(sum(countBy(columnsOf(shuffled), when, 'city'))).toEqual(sum(countBy(columnsOf(logs), when, 'city')));
      }),
    );
  });

  it('gives the same whether a case came whole or event by event', () => {
    fc.assert(
      fc.property(caseLogs, whens, (logs, when) => {
        const grown = new FactColumns();
        for (let length = 1; length <= 13; length++) {
          logs.forEach((log, id) => {
            const facts = length <= log.length ? factsOf(id + 1, log.slice(0, length), calendar) : null;
            if (facts) grown.set(facts);
          });
        }
        expect(sum(countBy(grown, when, 'city'))).toEqual(sum(countBy(columnsOf(logs), when, 'city')));
      }),
    );
  });

  it('counts as of an instant what was known then: what happened later changes nothing', () => {
    fc.assert(
      fc.property(caseLogs, whens, (logs, when) => {
        const then = logs.map((log) => log.filter(({ at }) => at < when.asOf * 1000));
        const [later, known] = [
          sum(countBy(columnsOf(logs), when, 'city')),
          sum(countBy(columnsOf(then), when, 'city')),
        ];
        const differing = everyTerm.filter((_, at) => (later[at] ?? 0) !== (known[at] ?? 0));
        expect(differing).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('adds up over spans that meet, for the same as-of', () => {
    fc.assert(
      fc.property(caseLogs, whens, fc.nat(40), (logs, when, days) => {
        const columns = columnsOf(logs);
        const middle = Math.min(when.to, when.from + days * DAY);
        const parts = [
          sum(countBy(columns, { ...when, to: middle }, 'city')),
          sum(countBy(columns, { ...when, from: middle }, 'city')),
        ];
        const whole = sum(countBy(columns, when, 'city'));
        const adding = MEASURES.filter((measure) => measure !== 'waiting');
        for (const kind of FACT_KINDS) {
          for (const measure of adding) {
            expect(parts.reduce((total, part) => total + of(part, kind, measure), 0)).toBe(of(whole, kind, measure));
          }
        }
      }),
    );
  });
});

function shuffle(events: CaseEvent[], stream: Iterable<number>): CaseEvent[] {
  const keys = stream[Symbol.iterator]();
  return events
    .map((event) => ({ event, key: keys.next().value ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ event }) => event);
}
