import { setImmediate } from 'node:timers/promises';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import { unitGridsBelow } from '#domain/place/unit-grids.ts';
import { neighboursOf, piecesOf } from '#domain/responsibility/contiguous.ts';
import { homeOf, type ResponsibilityGrid } from '#domain/responsibility/responsibility-grid.ts';
import type { ListProblem } from '../lists/list-kind.ts';
import type { Draft, Spot } from './read-responsibility.ts';

/** Codes that a message names; of more it says how many. */
const NAMED = 3;
/** Responsibility grids that are measured between two pauses: a server lives on meanwhile. */
const STEP = 200;

/** Unit grids that there are not, and such as two responsibility grids claim. */
export function membershipProblems(
  drafts: readonly Draft[],
  kept: readonly ResponsibilityGrid[],
  places: PlaceIndex,
): ListProblem[] {
  const owners = new Map<string, { code: string; line: number | null }>();
  for (const { code, unitGrids } of kept) for (const unitGrid of unitGrids) owners.set(unitGrid, { code, line: null });
  return drafts.flatMap(({ code, unitGrids }) =>
    [...unitGrids].flatMap(([unitGrid, at]): ListProblem[] => {
      if (places.get(unitGrid)?.level !== 'grid') return [unknown(unitGrid, at)];
      const owner = owners.get(unitGrid);
      if (owner !== undefined) return [inTwo(unitGrid, owner, at)];
      owners.set(unitGrid, { code, line: at.line });
      return [];
    }),
  );
}

/** Responsibility grids of several pieces or districts: told, not refused, since a river or a road may lie between. */
export async function shapeProblems(drafts: readonly Draft[], places: PlaceIndex): Promise<ListProblem[]> {
  const problems: ListProblem[] = [];
  for (const [number, { code, at, unitGrids }] of drafts.entries()) {
    if (number % STEP === STEP - 1) await setImmediate();
    const ordinals = [...unitGrids.keys()].map((unitGrid) => places.ordinalOf(unitGrid)).filter((one) => one !== -1);
    const pieces = piecesOf(neighboursOf(ordinals.map((ordinal) => places.partsAt(ordinal))));
    if (pieces.length > 1) {
      const apart = pieces.toSorted((a, b) => b.length - a.length).slice(1);
      problems.push(scattered(code, pieces.length, namesOf(places, ordinals, apart), at));
    }
    if (unitGrids.size > 0 && homeOf({ unitGrids: [...unitGrids.keys()] }) === null)
      problems.push(acrossDistricts(code, at));
  }
  return problems;
}

/** For each subdistrict that has responsibility grids: how many of its unit grids lie in none. */
export function gapProblems(grids: readonly ResponsibilityGrid[], places: PlaceIndex): ListProblem[] {
  const owned = new Set(grids.flatMap(({ unitGrids }) => unitGrids));
  const subdistricts = new Set<number>();
  for (const code of owned) {
    const subdistrict = places.ancestorAt(places.ordinalOf(code), 'subdistrict');
    if (subdistrict >= 0) subdistricts.add(subdistrict);
  }
  return [...subdistricts]
    .sort((a, b) => a - b)
    .flatMap((subdistrict): ListProblem[] => {
      const all = unitGridsBelow(places, subdistrict);
      const free = all.filter((code) => !owned.has(code));
      return free.length === 0 ? [] : [gap(places, subdistrict, free, all.length)];
    });
}

function unknown(unitGrid: string, at: Spot): ListProblem {
  const reason = { zh: `没有单元网格 ${unitGrid}`, en: `there is no unit grid ${unitGrid}` };
  const hint = { zh: '改正代码，或先导入单元网格', en: 'mend the code, or bring in the unit grids first' };
  return { ...at, reason, hint, refuses: true };
}

function inTwo(unitGrid: string, owner: { code: string; line: number | null }, at: Spot): ListProblem {
  const { code, line } = owner;
  const reason =
    line === null
      ? { zh: `${unitGrid} 现属责任网格 ${code}`, en: `${unitGrid} lies in the responsibility grid ${code}` }
      : {
          zh: `${unitGrid} 在第 ${line} 行已写入 ${code}`,
          en: `line ${line} has put ${unitGrid} into ${code} already`,
        };
  const hint =
    line === null
      ? {
          zh: `在文件中一并写明 ${code} 还有哪些单元网格；或选择结束文件未列的责任网格`,
          en: `say in the same file which unit grids ${code} keeps, or let those end that the file does not name`,
        }
      : { zh: '一个单元网格只能属于一个责任网格', en: 'a unit grid lies in one responsibility grid only' };
  return { ...at, reason, hint, refuses: true };
}

function scattered(code: string, pieces: number, apart: readonly string[], at: Spot): ListProblem {
  return {
    ...at,
    reason: {
      zh: `${code} 分成互不相连的 ${pieces} 片：${some(apart, '、')}与最大的一片不相连`,
      en: `${code} falls into ${pieces} pieces: ${some(apart, ', ')} do not touch the largest`,
    },
    hint: {
      zh: '核对这些代码；确实隔河隔路的可以照用',
      en: 'check these codes; where a river or a road lies between, it may stay so',
    },
    refuses: false,
  };
}

function acrossDistricts(code: string, at: Spot): ListProblem {
  const reason = { zh: `${code} 跨区`, en: `${code} lies in several districts` };
  const hint = { zh: '核对单元网格代码', en: 'check the codes of its unit grids' };
  return { ...at, reason, hint, refuses: false };
}

function gap(places: PlaceIndex, subdistrict: number, free: readonly string[], all: number): ListProblem {
  const { code, nameZh, nameEn } = places.places[subdistrict] as { code: string; nameZh: string; nameEn: string };
  return {
    line: null,
    field: code,
    reason: {
      zh: `${nameZh} ${all} 个单元网格中有 ${free.length} 个不属于任何责任网格：${some(free, '、')}`,
      en: `${free.length} of the ${all} unit grids of ${nameEn} lie in no responsibility grid: ${some(free, ', ')}`,
    },
    hint: { zh: '补上，或确认无人巡查', en: 'add them, or make sure that nobody is to patrol them' },
    refuses: false,
  };
}

function namesOf(places: PlaceIndex, ordinals: readonly number[], pieces: readonly (readonly number[])[]): string[] {
  return pieces.flat().flatMap((at) => places.places[ordinals[at] ?? -1]?.code ?? []);
}

function some(codes: readonly string[], between: string): string {
  const shown = codes.slice(0, NAMED).join(between);
  return codes.length <= NAMED ? shown : `${shown} …(${codes.length})`;
}
