import type { BilingualName } from '#domain/category/category.ts';
import type { Succession } from '#domain/place/succession.ts';
import type { ListProblem } from '../lists/list-kind.ts';

/** A row of a file, with how the file calls its columns. */
export type ReadSuccession = {
  readonly succession: Succession;
  readonly line: number;
  readonly field: { readonly code: string; readonly successor: string; readonly share: string };
};

type Known = ReadonlyMap<string, { inUse: boolean }>;

/**
 * What is wrong with the rows of a file, seen with all the others: rows that come twice, successors that nobody knows,
 * circles, and shares that do not add up.
 *
 * @param entries all rows as they would be.
 * @param known places that have or had the codes.
 */
export function checkSuccessions(
  read: readonly ReadSuccession[],
  entries: readonly Succession[],
  known: Known,
): ListProblem[] {
  const byCode = new Map<string, Succession[]>();
  for (const one of entries) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
  const seen = new Map<string, number>();
  const summed = new Set<string>();
  return read.flatMap((row): ListProblem[] => {
    const { succession: { code, successor, since }, line, field } = row; // prettier-ignore
    const problems: ListProblem[] = [];
    const tell = (column: keyof typeof field, reason: BilingualName, hint: BilingualName, refuses = true): void =>
      void problems.push({ line, field: field[column], reason, hint, refuses });
    const twin = seen.get(`${code} ${successor}`);
    if (twin !== undefined) {
      const reason = { zh: `与第 ${twin} 行重复`, en: `it says the same as line ${twin}` };
      tell('successor', reason, { zh: '只留一行', en: 'keep one of the rows' });
    }
    seen.set(`${code} ${successor}`, line);
    if (known.get(code)?.inUse === true) {
      const reason = {
        zh: `${code} 仍在使用：停用之前不作换算`,
        en: `${code} is still in use: until it ends it counts as it is`,
      };
      const hint = { zh: '先导入新的区域边界，使旧区域停用', en: 'bring in the new places, so that the old one ends' };
      tell('code', reason, hint, false);
    }
    if (known.get(successor)?.inUse !== true && !byCode.has(successor)) {
      const reason = { zh: `没有代码为 ${successor} 的区域`, en: `no place has the code ${successor}` };
      const hint = {
        zh: '先导入区域，或补上它自己由谁承继的一行',
        en: 'bring in the places first, or add what became of it',
      };
      tell('successor', reason, hint);
    }
    const circle = circleFrom(code, byCode);
    if (circle !== null) {
      const shown = [...circle, circle[0]].join(' → ');
      const reason = { zh: `循环承继：${shown}`, en: `it goes round in a circle: ${shown}` };
      tell('successor', reason, { zh: '删去其中一行', en: 'take one of these rows out' });
    }
    const early = (byCode.get(successor) ?? []).find(
      (next) => since !== null && next.since !== null && next.since < since,
    );
    if (circle === null && early !== undefined) {
      const reason = {
        zh: `${successor} 在 ${early.since} 已经撤销，早于 ${since}`,
        en: `${successor} was abolished on ${early.since} already, before ${since}`,
      };
      tell('successor', reason, { zh: '核对两个日期', en: 'look at both days again' }, false);
    }
    if (!summed.has(code)) {
      summed.add(code);
      const fault = shareFault(byCode.get(code) ?? []);
      if (fault !== null)
        tell('share', fault, { zh: '各部分合计应为 100%', en: 'all parts together make 100%' }, false);
    }
    return problems;
  });
}

/** The codes of a circle that a code stands in, itself first; null where it is in none. */
function circleFrom(start: string, byCode: ReadonlyMap<string, readonly Succession[]>): string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const walk = (code: string): boolean => {
    if (done.has(code)) return false;
    done.add(code);
    path.push(code);
    for (const { successor } of byCode.get(code) ?? []) if (successor === start || walk(successor)) return true;
    path.pop();
    return false;
  };
  return walk(start) ? path : null;
}

/** A hundredth is left to rounding. */
const SLACK = 0.01;

function shareFault(parts: readonly Succession[]): BilingualName | null {
  const given = parts.flatMap(({ share }) => share ?? []);
  if (given.length === 0) return null;
  const percent = (given.reduce((sum, share) => sum + share, 0) * 100).toFixed(1);
  if (given.length < parts.length) {
    return {
      zh: `${parts.length} 个部分只给了 ${given.length} 个比例`,
      en: `only ${given.length} of ${parts.length} parts have a share`,
    };
  }
  if (Math.abs(Number(percent) / 100 - 1) <= SLACK) return null;
  return { zh: `各部分合计 ${percent}%`, en: `the parts make ${percent}% together` };
}
