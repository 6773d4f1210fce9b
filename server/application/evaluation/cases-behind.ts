import type { Principal } from '#domain/account/role.ts';
import { FACT_KINDS, POST_OF } from '#domain/indicator/fact.ts';
import { MEASURES, type Term } from '#domain/indicator/formula.ts';
import { formulaOf, type Indicator } from '#domain/indicator/indicator.ts';
import { indicator } from '#domain/indicator/registry.ts';
import type { EvaluationSettings } from '#domain/indicator/settings.ts';
import { groupFinder, judgeFacts } from './count-facts.ts';
import type { EvaluationParts } from './evaluation-parts.ts';
import { EvaluationRefused, type CasesPage, type CasesQuery } from './evaluation-port.ts';
import { BLOCK_BITS, BLOCK_ROWS, DUPLICATE, LATE, NEVER, type FactBlock } from './fact-block.ts';
import type { FactColumns } from './fact-columns.ts';
import { oneGroup } from './one-group.ts';
import { Slots } from './slots.ts';
import { answeredSettings, narrowingOf, readAsOf, readIndicator, readSettings, readSpan, whenOf } from './reading.ts';

type Found = { row: number; why: CasesPage['facts'][number]['why'] };

/** The facts behind a figure's numerator or denominator, or those that were left out, newest first. */
export async function casesBehind(parts: EvaluationParts, who: Principal, query: CasesQuery): Promise<CasesPage> {
  const columns = parts.columns();
  const settings = readSettings(parts.settings(), query);
  const terms = termsBehind(readIndicator(query.indicator, 'indicator'), query.part, settings);
  const now = parts.now();
  const span = readSpan(query.span, now, parts.zone());
  const asOf = readAsOf(query.asOf, span, now);
  const when = whenOf(span, asOf, settings);
  const { groups, group } = oneGroup(columns, who, query, parts.names(), parts.placesAsOf(columns, asOf));
  const find = groupFinder(columns, groups.grouping, narrowingOf(columns, who, query));
  const found = new Map<number, Found>();
  const taken = new Set<number>();
  judgeFacts(columns, when, new Slots(terms), (row, kind, measure) => {
    const term = terms.find(
      (one) => FACT_KINDS[kind] === one.kind && MEASURES[measure] === one.measure && isChannel(columns, row, one),
    );
    if (term === undefined || group === -1 || find(row) !== group) return;
    if (term.sign === -1) taken.add(row);
    else found.set(row, { row, why: whyOut(columns, row, term) });
  });
  const rows = [...found.values()].filter(({ row }) => !taken.has(row)).sort((a, b) => b.row - a.row);
  const begin = query.after === null ? 0 : rows.findIndex(({ row }) => row < (query.after as number));
  const page = begin === -1 ? [] : rows.slice(begin, begin + query.limit);
  const more = begin !== -1 && begin + query.limit < rows.length;
  const heads = await parts.logs.heads([...new Set(page.map(({ row }) => caseIdOf(columns, row)))]);
  const facts = page.flatMap((one) => {
    const id = caseIdOf(columns, one.row);
    const head = heads.get(id);
    if (head === undefined) return [];
    const { number, address, categoryKey: category, phase } = head;
    return [{ caseId: id, number, address, category, phase, ...detailOf(columns, one) }];
  });
  return {
    total: rows.length,
    settings: answeredSettings(settings),
    facts,
    next: more ? (page.at(-1)?.row ?? null) : null,
  };
}

/** What is counted in a figure's part. A score has no cases of its own: its parts do. */
function termsBehind(of: Indicator, part: CasesQuery['part'], settings: EvaluationSettings): Term[] {
  const formula = formulaOf(of, settings);
  const termsOfCount = (id: string): Term[] => {
    const counted = formulaOf(indicator(id), settings);
    return counted.form === 'count' ? [...counted.terms] : [];
  };
  const [top, bottom] =
    formula.form === 'count'
      ? [formula.terms, formula.terms]
      : formula.form === 'ratio'
        ? [termsOfCount(formula.numerator), termsOfCount(formula.denominator)]
        : formula.form === 'mean-hours'
          ? [termsOfCount(formula.count), termsOfCount(formula.count)]
          : [[], []];
  if (top.length + bottom.length === 0)
    throw new EvaluationRefused(
      'indicator',
      `${of.id} is made of other indicators or not kept: ask for the cases of one of its parts`,
    );
  if (part !== 'excluded') return [...(part === 'numerator' ? top : bottom)];
  return [...top, ...bottom].flatMap((term) =>
    (['voided', 'exempt'] as const).map((measure) => ({ ...term, measure, sign: 1 as const })),
  );
}

function whyOut(columns: FactColumns, row: number, { measure }: Term): Found['why'] {
  if (measure === 'exempt') return 'exempt';
  if (measure !== 'voided') return null;
  const [block, at] = placeOf(columns, row);
  return ((block.flags[at] as number) & DUPLICATE) !== 0 ? 'duplicate' : 'voided';
}

function isChannel(columns: FactColumns, row: number, { channel }: Term): boolean {
  if (channel === 'any') return true;
  const [block, at] = placeOf(columns, row);
  return (columns.patrolOfCase[block.case[at] as number] === 1) === (channel === 'patrol');
}

function detailOf(
  columns: FactColumns,
  { row, why }: Found,
): Omit<CasesPage['facts'][number], 'caseId' | 'number' | 'address' | 'category' | 'phase'> {
  const [block, at] = placeOf(columns, row);
  const instant = (seconds: number | undefined): number | null =>
    seconds === undefined || seconds === NEVER ? null : seconds * 1000;
  const kind = FACT_KINDS[block.kind[at] as number] ?? 'report';
  const department = block.department[at] as number;
  const doer = block.doer[at] as number;
  return {
    kind,
    post: POST_OF[kind],
    enteredAt: instant(block.entered[at]) ?? 0,
    dueAt: instant(block.due[at]),
    endedAt: instant(block.ended[at]),
    late: ((block.flags[at] as number) & LATE) !== 0,
    department: department === 0 ? null : (columns.departments.texts[department - 1] ?? null),
    person: doer === 0 ? null : (columns.doerNames.get(doer - 1) ?? null),
    why,
  };
}

function caseIdOf(columns: FactColumns, row: number): number {
  const [block, at] = placeOf(columns, row);
  return columns.idOf(block.case[at] as number);
}

function placeOf(columns: FactColumns, row: number): [FactBlock, number] {
  return [columns.blocks[row >>> BLOCK_BITS] as FactBlock, row & (BLOCK_ROWS - 1)];
}
