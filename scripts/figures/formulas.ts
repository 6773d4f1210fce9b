// What each asked figure means: our definition, our definition under a setting, or the file's own formula.
import { formulaOf } from '#domain/indicator/indicator.ts';
import { indicator, indicatorNamed, INDICATORS, plainName } from '#domain/indicator/registry.ts';
import { defaultSettings, SETTINGS, withChoices, type EvaluationSettings } from '#domain/indicator/settings.ts';
import type { Problem } from './bulletin.ts';
import { divides, FormulaError, namesIn, parseFormula, type Expression } from './expression.ts';

/** A figure to compute. `setting`: the choice that makes our definition the file's. */
export type AskedFigure = {
  name: string;
  expression: Expression;
  /** Names of the counts it needs. */
  names: string[];
  perCent: boolean;
  text: string;
  definition: 'registry' | 'setting' | 'file';
  indicator: string | null;
  setting: { name: string; choice: string } | null;
};

/** Resolves the asked figures; with none asked for, every rate of the registry. What cannot be read is left out and named. */
export function resolveFormulas(
  formulas: ReadonlyMap<string, string | null> | null,
  problems: Problem[],
  notes: string[],
): AskedFigure[] {
  if (formulas === null) {
    notes.push('the file names no formulas: every rate is computed by our own definition');
    return INDICATORS.filter(({ unit, definition }) => unit === 'percent' && definition.form !== 'not-kept').flatMap(
      ({ id, name }) => ownFigure(name.zh, id) ?? [],
    );
  }
  return [...formulas].flatMap(([name, text]) => resolve(name, text, problems, notes) ?? []);
}

function resolve(name: string, text: string | null, problems: Problem[], notes: string[]): AskedFigure | null {
  const known = indicatorNamed(name);
  if (text === null) {
    const own = known === null ? null : ownFigure(name, known.id);
    if (own === null) {
      problems.push({
        where: `formulas.${name}`,
        reason: `there is no formula, and we know no rate of this name`,
        hint: 'write it out, such as "结案数/应结案数"',
      });
    }
    return own;
  }
  const expression = read(name, text, problems);
  if (expression === null) return null;
  const figure: AskedFigure = {
    name,
    expression,
    names: namesIn(expression),
    perCent: divides(expression),
    text,
    definition: 'file',
    indicator: known?.id ?? null,
    setting: null,
  };
  if (known === null) return figure;
  const asked = ratioKey(expression);
  if (asked !== null && asked === ownKey(known.id, defaultSettings)) return { ...figure, definition: 'registry' };
  for (const { name: setting, choices } of SETTINGS) {
    for (const { value } of choices) {
      if (asked === null || asked !== ownKey(known.id, withChoices(defaultSettings, { [setting]: value }))) continue;
      notes.push(`${name}: the file divides as ${text}, which is our definition with ${setting}=${value}`);
      return { ...figure, definition: 'setting', setting: { name: setting, choice: value } };
    }
  }
  const own = ownFigure(name, known.id);
  notes.push(
    `${name}: the file computes ${text}${own === null ? '' : `, our definition is ${own.text}`}; the file's holds here`,
  );
  return figure;
}

function read(name: string, text: string, problems: Problem[]): Expression | null {
  try {
    const expression = parseFormula(text);
    if (namesIn(expression).length > 0) return expression;
    problems.push({
      where: `formulas.${name}`,
      reason: `"${text}" names no count`,
      hint: 'write it like "结案数/应结案数"',
    });
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    problems.push({
      where: `formulas.${name}`,
      reason: `"${text}" cannot be read: ${error.message}`,
      hint: 'use names of counts, numbers, + - × ÷ and brackets',
    });
  }
  return null;
}

/** Our own formula of a rate, as an expression over the names of its counts. Null where it is no rate of two counts. */
function ownFigure(name: string, id: string): AskedFigure | null {
  const formula = formulaOf(indicator(id), defaultSettings);
  if (formula.form !== 'ratio') return null;
  const [top, bottom] = [indicator(formula.numerator).name.zh, indicator(formula.denominator).name.zh];
  const text = `${top}/${bottom}`;
  return {
    name,
    expression: parseFormula(text),
    names: [top, bottom],
    perCent: true,
    text,
    definition: 'registry',
    indicator: id,
    setting: null,
  };
}

/** "B26/B25" for a plain ratio of two counts we know; null for anything else. */
function ratioKey(expression: Expression): string | null {
  if (expression.form !== '/' || expression.left.form !== 'name' || expression.right.form !== 'name') return null;
  const [top, bottom] = [indicatorNamed(expression.left.name), indicatorNamed(expression.right.name)];
  return top && bottom ? `${top.id}/${bottom.id}` : null;
}

function ownKey(id: string, settings: EvaluationSettings): string | null {
  const formula = formulaOf(indicator(id), settings);
  return formula.form === 'ratio' ? `${formula.numerator}/${formula.denominator}` : null;
}

/** The count of a name in a row: by that name, or by another name of the same indicator. */
export function countNamed(
  counts: ReadonlyMap<string, number>,
  name: string,
): { name: string; count: number } | 'two' | null {
  const plain = plainName(name);
  const direct = counts.get(plain);
  if (direct !== undefined) return { name: plain, count: direct };
  const id = indicatorNamed(plain)?.id;
  if (id === undefined) return null;
  const same = [...counts].filter(([other]) => indicatorNamed(other)?.id === id);
  if (new Set(same.map(([, count]) => count)).size > 1) return 'two';
  const first = same[0];
  return first ? { name: first[0], count: first[1] } : null;
}
