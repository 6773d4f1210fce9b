// The figures of a bulletin's rows, shares and changes, from cases built to its counts.
import { decimalText, fraction, multiply, type Fraction } from '#domain/indicator/fraction.ts';
import { indicatorNamed } from '#domain/indicator/registry.ts';
import type { BulletinRow, Change, Problem, Share } from './bulletin.ts';
import { PARTS, type CountBuilder } from './build-counts.ts';
import { counted, valueOf } from './expression.ts';
import { countNamed, type AskedFigure } from './formulas.ts';

export type CountSaid = { name: string; count: number; indicator: string | null };
export type Rate = {
  value: number | null;
  text: string | null;
  formula: string;
  definition: AskedFigure['definition'] | 'plain';
  numerator: CountSaid | null;
  denominator: CountSaid | null;
  /** Why there is no value. */
  why: string | null;
};
export type RowFigures = {
  unit: string;
  figures: Record<string, number | null>;
  rates: Record<string, Rate>;
  missing: { figure: string; counts: string[] }[];
  unknownCounts: string[];
};

/** A row's figures. What contradicts itself is added to `problems`; figures that need it have no value. */
export function rowFigures(
  row: BulletinRow,
  asked: readonly AskedFigure[],
  builder: CountBuilder,
  problems: Problem[],
): RowFigures {
  const result: RowFigures = {
    unit: row.unit,
    figures: {},
    rates: {},
    missing: [],
    unknownCounts: [...row.counts.keys()].filter((name) => indicatorNamed(name) === null),
  };
  sayContradictions(row, problems);
  for (const figure of asked) {
    const found = figure.names.map((name) => ({ name, in: countNamed(row.counts, name) }));
    const absent = found.filter((one) => one.in === null).map(({ name }) => name);
    const twice = found.find((one) => one.in === 'two');
    if (twice)
      problems.push({
        where: row.where,
        reason: `${twice.name} is given under two names with two counts`,
        hint: 'leave one of them',
      });
    const rate =
      absent.length > 0 || twice ? noRate(figure, whyAbsent(absent, row)) : rateOf(figure, saidOf(found), builder);
    result.figures[figure.name] = rate.value;
    result.rates[figure.name] = rate;
    if (absent.length > 0) result.missing.push({ figure: figure.name, counts: absent });
  }
  return result;
}

function saidOf(found: readonly { name: string; in: ReturnType<typeof countNamed> }[]): Map<string, CountSaid> {
  const said = new Map<string, CountSaid>();
  for (const { name, in: given } of found) {
    if (given === null || given === 'two') continue;
    said.set(name, { ...given, indicator: indicatorNamed(given.name)?.id ?? null });
  }
  return said;
}

function rateOf(figure: AskedFigure, said: ReadonlyMap<string, CountSaid>, builder: CountBuilder): Rate {
  const clash = contradictionIn([...said.values()]);
  if (clash !== null) return { ...noRate(figure, clash), ...endsOf(figure, said) };
  const wanted = new Map<string, number>();
  for (const { indicator, count } of said.values())
    if (indicator !== null && builder.builds(indicator)) wanted.set(indicator, count);
  const built = builder.count(wanted);
  const counts = new Map<string, Fraction>();
  for (const [name, { indicator, count }] of said)
    counts.set(name, counted((indicator === null ? undefined : built.get(indicator)) ?? count));
  const value = valueOf(figure.expression, counts);
  if (value === null) return { ...noRate(figure, 'the denominator is 0'), ...endsOf(figure, said) };
  const text = decimalText(figure.perCent ? multiply(value, fraction(100)) : value, 2);
  return {
    value: Number(text),
    text,
    formula: figure.text,
    definition: figure.definition,
    ...endsOf(figure, said),
    why: null,
  };
}

function endsOf(
  { expression }: AskedFigure,
  said: ReadonlyMap<string, CountSaid>,
): Pick<Rate, 'numerator' | 'denominator'> {
  if (expression.form !== '/' || expression.left.form !== 'name' || expression.right.form !== 'name')
    return { numerator: null, denominator: null };
  return { numerator: said.get(expression.left.name) ?? null, denominator: said.get(expression.right.name) ?? null };
}

function noRate(figure: AskedFigure, why: string): Rate {
  return {
    value: null,
    text: null,
    formula: figure.text,
    definition: figure.definition,
    numerator: null,
    denominator: null,
    why,
  };
}

function whyAbsent(absent: readonly string[], row: BulletinRow): string {
  if (absent.length === 0) return 'a count is given twice';
  const broken = absent.filter((name) => row.broken.has(name));
  return broken.length > 0 ? `${broken.join(', ')} cannot be used` : `${absent.join(', ')} is not given`;
}

/** Every part that is more than its whole in a row. */
function sayContradictions(row: BulletinRow, problems: Problem[]): void {
  const said = [...row.counts].map(([name, count]) => ({ name, count, indicator: indicatorNamed(name)?.id ?? null }));
  for (const [part, whole] of clashes(said)) {
    problems.push({
      where: `${row.where}.counts.${part.name}`,
      reason: `${part.name} ${part.count} is more than ${whole.name} ${whole.count}, of which it is a part`,
      hint: 'compare both with the bulletin: one is wrong or they have changed places',
    });
  }
}

function contradictionIn(said: readonly CountSaid[]): string | null {
  const [first] = clashes(said);
  return first ? `${first[0].name} is more than ${first[1].name}` : null;
}

function clashes(said: readonly CountSaid[]): [CountSaid, CountSaid][] {
  const of = (id: string): CountSaid | undefined => said.find(({ indicator }) => indicator === id);
  return PARTS.flatMap(([partId, wholeId]): [CountSaid, CountSaid][] => {
    const [part, whole] = [of(partId), of(wholeId)];
    return part && whole && part.count > whole.count ? [[part, whole]] : [];
  });
}

/** A share of a count, such as the filed cases that collectors reported. */
export function shareFigure(
  { where, of, unit, n, d }: Share,
  builder: CountBuilder,
  problems: Problem[],
): Rate & { of: string; unit: string } {
  const id = indicatorNamed(of)?.id ?? null;
  const numerator = { name: unit, count: n, indicator: id };
  const denominator = { name: of, count: d, indicator: id };
  const none = (why: string): Rate & { of: string; unit: string } => ({
    of,
    unit,
    value: null,
    text: null,
    formula: 'n/d',
    definition: 'plain',
    numerator,
    denominator,
    why,
  });
  if (d === 0) return none('the denominator is 0');
  if (n > d) {
    problems.push({
      where: `${where}.n`,
      reason: `${n} is more than ${d}, of which it is a share`,
      hint: 'n is the part and d the whole',
    });
    return none('the part is more than the whole');
  }
  // The part and the rest are cases of their own; what is shared is counted of both.
  const part = builtCount(id, n, builder);
  const whole = part + builtCount(id, d - n, builder);
  const text = decimalText(fraction(100n * BigInt(part), whole), 2);
  return { ...none(''), value: Number(text), text, definition: id === null ? 'plain' : 'registry', why: null };
}

/** A change against the period before, of the number of cases taken in. */
export function changeFigure({ unit, now, prev }: Change, builder: CountBuilder): Rate & { unit: string } {
  const numerator = { name: 'now-prev', count: now - prev, indicator: null };
  const denominator = { name: 'prev', count: prev, indicator: null };
  const rate = { unit, formula: '(now-prev)/prev', definition: 'plain' as const, numerator, denominator };
  if (prev === 0) return { ...rate, value: null, text: null, why: 'the period before counts 0' };
  const [after, before] = [builtCount('B09', now, builder), builtCount('B09', prev, builder)];
  const text = decimalText(fraction(100n * BigInt(after - before), before), 2);
  return { ...rate, value: Number(text), text, why: null };
}

function builtCount(id: string | null, count: number, builder: CountBuilder): number {
  if (id === null || !builder.builds(id)) return count;
  return builder.count(new Map([[id, count]])).get(id) ?? count;
}
