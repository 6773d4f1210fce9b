import { readDirection, type Direction } from './direction.ts';
import { normalise } from './normalise.ts';

/** What an address says, taken apart; all text normalised. */
export type AddressParts = {
  /** The whole text, normalised. */
  text: string;
  /** What names the place, without divisions, number and direction. Empty where only a division is named. */
  name: string;
  /** Both roads where a crossing is named. */
  crossing: readonly [string, string] | null;
  /** Number of a door or building plate and the road or lane before it. */
  plate: { road: string; number: number } | null;
  /** Where from the named place; `metres` null: right beside it. */
  offset: { direction: Direction; metres: number | null } | null;
  /** Codes of the named divisions that it lies in, the smallest named ones; several where a name is not unique. */
  within: readonly string[];
};

/** Takes the names of divisions off: what is left, and the codes of the smallest ones named. */
export type DivisionReader = (text: string) => { rest: string; within: readonly string[] };

const COMPASS = '东北|东南|西北|西南|北东|南东|北西|南西|[东西南北]';
const tailZh = new RegExp(
  `[,以向往的偏]*(${COMPASS})(?:方向|侧|面|边|方|角|部)?[,约大]*(?:(\\d+(?:\\.\\d+)?)(米|m|公里|千米|km)?)?(?:处|左右|附近|远)*$`,
  'u',
);
const aheadEn =
  /^(?:about|approx|approximately|around|some|)\s*(?:(\d+(?:\.\d+)?)\s*(m|metres|meters|metre|meter|km|kilometres|kilometers)\s+)?(?:to the\s+)?((?:north|south|east|west|n|s|e|w)(?:\s?(?:east|west|e|w))?)\s+(?:side\s+)?of\s+(.+)$/u;
const crossingZh =
  /^(.+?)(?:与|和|及|同|&|x|×)(.+?)(?:的)?(?:交叉口|交汇处|交汇口|交界处|交口|路口|十字路口|相交处|口)$/u;
const crossingEn =
  /^(?:(?:the\s+)?(?:corner|crossing|intersection|junction)\s+of\s+)?(.+?)\s*(?:&| and | x | at )\s*(.+?)(?:\s+(?:corner|crossing|intersection|junction))?$/u;
const plateZh = /^(.*?[^\d,])(\d{1,5})(?:-\d+)?(?:号|弄|(?=$))(?:院|楼|门|旁|附近|对面)?(.*)$/u;
const plateEn = /^(?:no\.?\s*)?(\d{1,5})\s+(\D.+)$/u;
const plateAfterEn = /^(\D.+?)\s+(?:no\.?\s*)?(\d{1,5})$/u;

/** Reads an address in Chinese or English, in any order people write it. Never throws; what is not read is the name. */
export function readAddress(given: string, divisions: DivisionReader): AddressParts {
  const text = normalise(given);
  const blank = { text, name: '', crossing: null, plate: null, offset: null } as const;
  const led = readAhead(text);
  const { rest: placed, within } = divisions(led?.rest ?? text);
  if (placed === '') return { ...blank, within, offset: led?.offset ?? null };
  const tail = led === null ? readTail(placed) : null;
  const offset = led?.offset ?? tail?.offset ?? null;
  const name = (tail?.rest ?? placed).replace(/(?<=.)(?:附近|旁边|对面|门口|门前|旁)$/u, '');
  const crossing = readCrossing(name);
  return { text, name, crossing, plate: crossing === null ? readPlate(name) : null, offset, within };
}

type Read = { rest: string; offset: AddressParts['offset'] };

/** 滨江道东北约60米, 交口东北侧, 以东1.2公里. A direction alone is part of a name (河东, 南开西), so it needs a word beside it. */
function readTail(text: string): Read | null {
  const found = tailZh.exec(text);
  if (found === null) return null;
  const [whole, compass = '', number, unit] = found;
  const said = number !== undefined || /(?:侧|面|边|方|角|方向)(?:处|附近)?$/u.test(whole);
  const rest = text.slice(0, found.index).replace(/,+$/u, '');
  const direction = readDirection(compass);
  if (!said || rest === '' || direction === null) return null;
  return { rest, offset: { direction, metres: metresOf(number, unit) } };
}

function readAhead(text: string): Read | null {
  const found = aheadEn.exec(text);
  if (found === null) {
    const beside = /^(?:beside|near|next to|at)\s+(.+)$/u.exec(text);
    return beside === null ? null : { rest: beside[1] ?? '', offset: null };
  }
  const [, number, unit, compass = '', rest = ''] = found;
  const direction = readDirection(compass);
  return direction === null ? null : { rest, offset: { direction, metres: metresOf(number, unit) } };
}

function metresOf(number: string | undefined, unit: string | undefined): number | null {
  if (number === undefined) return null;
  return Number(number) * (/^(?:公里|千米|km|kilo)/u.test(unit ?? '') ? 1000 : 1);
}

function readCrossing(name: string): AddressParts['crossing'] {
  const found = crossingZh.exec(name) ?? (/[a-z]/u.test(name) ? crossingEn.exec(name) : null);
  const [a, b] = [found?.[1]?.trim(), found?.[2]?.trim()];
  return a && b ? [a, b] : null;
}

function readPlate(name: string): AddressParts['plate'] {
  const zh = plateZh.exec(name);
  if (zh?.[1] && !/[a-z]$/u.test(zh[1])) return { road: zh[1], number: Number(zh[2]) };
  const en = plateEn.exec(name);
  if (en?.[2]) return { road: en[2], number: Number(en[1]) };
  const after = plateAfterEn.exec(name);
  return after?.[1] && /[a-z]/u.test(after[1]) ? { road: after[1], number: Number(after[2]) } : null;
}
