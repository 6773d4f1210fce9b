// A bulletin's formula as text, such as "结案数/应结案数" or "1-返工数/处置数×100%".
import { add, divide, fraction, multiply, parseDecimal, subtract, type Fraction } from '#domain/indicator/fraction.ts';
import { plainName } from '#domain/indicator/registry.ts';

export type Expression =
  | { form: 'name'; name: string }
  | { form: 'number'; value: Fraction }
  | { form: '+' | '-' | '*' | '/'; left: Expression; right: Expression };

/** The formula cannot be read; the message says what is wrong where. */
export class FormulaError extends Error {
  override name = 'FormulaError';
}

const OPERATORS: Readonly<Record<string, '+' | '-' | '*' | '/'>> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '–': '-',
  '*': '*',
  '×': '*',
  '/': '/',
  '÷': '/',
};

const DEEPEST = 50;

/**
 * Reads a formula: names, numbers, + - × ÷ and brackets, full width or half. A closing "×100%" is left off, since every
 * ratio is printed per cent. Throws FormulaError.
 */
export function parseFormula(text: string): Expression {
  const tokens = tokensOf(text);
  let at = 0;
  let depth = 0;
  const next = (): string | undefined => tokens[at];
  const operator = (of: string): '+' | '-' | '*' | '/' | null => {
    const found = OPERATORS[next() ?? ''];
    return found !== undefined && of.includes(found) ? found : null;
  };
  const chain = (of: string, part: () => Expression): Expression => {
    let left = part();
    for (let form = operator(of); form !== null; form = operator(of)) {
      at++;
      left = { form, left, right: part() };
    }
    return left;
  };
  const atom = (): Expression => {
    const token = next();
    if (token === undefined) throw new FormulaError('it ends where a count is expected');
    at++;
    if (token === '(') {
      if (++depth > DEEPEST) throw new FormulaError(`more than ${DEEPEST} brackets are open`);
      const inner = chain('+-', product);
      if (next() !== ')') throw new FormulaError('a bracket is not closed');
      at++;
      depth--;
      return inner;
    }
    if (OPERATORS[token] !== undefined || token === ')')
      throw new FormulaError(`"${token}" stands where a count is expected`);
    const value = parseDecimal(token);
    return value === null ? { form: 'name', name: token } : { form: 'number', value };
  };
  const product = (): Expression => chain('*/', atom);
  const whole = chain('+-', product);
  if (at < tokens.length) throw new FormulaError(`"${tokens[at]}" follows where the formula should end`);
  return whole;
}

function tokensOf(text: string): string[] {
  const plain = plainName(text.replace(/^.*[=＝]/, '')).replace(/[*×]100%?$/, '');
  return plain.match(/[()+\-−–*×/÷]|[^()+\-−–*×/÷]+/g) ?? [];
}

/** Names in the order they stand. */
export function namesIn(expression: Expression): string[] {
  if (expression.form === 'name') return [expression.name];
  if (expression.form === 'number') return [];
  return [...new Set([...namesIn(expression.left), ...namesIn(expression.right)])];
}

/** Whether it divides: its result is then a share, printed per cent. */
export function divides(expression: Expression): boolean {
  if (expression.form === 'name' || expression.form === 'number') return false;
  return expression.form === '/' || divides(expression.left) || divides(expression.right);
}

/** Its value for given counts; null where it divides by zero. */
export function valueOf(expression: Expression, counts: ReadonlyMap<string, Fraction>): Fraction | null {
  if (expression.form === 'number') return expression.value;
  if (expression.form === 'name') return counts.get(expression.name) ?? null;
  const left = valueOf(expression.left, counts);
  const right = valueOf(expression.right, counts);
  if (left === null || right === null) return null;
  switch (expression.form) {
    case '+':
      return add(left, right);
    case '-':
      return subtract(left, right);
    case '*':
      return multiply(left, right);
    case '/':
      return right.n === 0n ? null : divide(left, right);
  }
}

/** A count as a fraction, for `valueOf`. */
export function counted(count: number): Fraction {
  return fraction(count);
}
