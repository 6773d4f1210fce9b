import { levelOfCode } from '../code.ts';
import type { IncomingFeature, IncomingLevel } from './feature.ts';

/** Which members of a file's features hold what; null: none does. */
export type PlaceFields = { code: string | null; name: string | null; nameEn: string | null; parent: string | null };

/** Usual names without case, spaces and dashes; earlier ones are preferred. */
const CODE_NAMES = [
  'code', 'adcode', 'gridcode', 'bgcode', 'wgcode', 'wgbm', 'wgdm', 'dm', 'bm', 'pac', 'xzqdm', 'xzqhdm', 'xzdm', 'objcode',
  'areacode', 'regioncode', 'divisioncode', 'districtcode', 'streetcode', 'communitycode', 'sqdm', 'jddm', 'gb', 'id',
  '代码', '编码', '区划代码', '行政区划代码', '行政区代码', '网格编码', '网格代码', '单元网格编码', '单元网格代码', '社区代码', '街道代码', '区县代码', '标识码',
]; // prettier-ignore
const NAME_NAMES = [
  'name', 'namezh', 'zhname', 'mc', 'xzqmc', 'wgmc', 'bgname', 'gridname', 'objname', 'fullname', 'qxmc', 'jdmc', 'sqmc', 'areaname', 'regionname',
  'label', 'title', '名称', '区划名称', '行政区名称', '网格名称', '社区名称', '街道名称', '区县名称', '区县',
]; // prettier-ignore
const ENGLISH_NAMES = ['nameen', 'enname', 'english', 'englishname', 'pinyin', '英文名称', '英文名'];
const PARENT_NAMES = [
  'parentcode',
  'parent',
  'pcode',
  'parentadcode',
  'sjdm',
  'ssdm',
  '上级代码',
  '上级编码',
  '父级代码',
];

/**
 * Finds the members that hold code, name and parent: by their usual names, and for the code by what is in them where
 * several could be it. Names that are given are taken as they are.
 */
export function findFields(
  features: readonly IncomingFeature[],
  level: IncomingLevel,
  given: { code: string | null; name: string | null },
): PlaceFields {
  const members = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  const named = (names: readonly string[]): string[] =>
    members.filter((it) => names.includes(plain(it))).sort((a, b) => names.indexOf(plain(a)) - names.indexOf(plain(b)));
  const parent = named(PARENT_NAMES)[0] ?? null;
  const usual = named(CODE_NAMES);
  const score = (member: string): number =>
    features.reduce((sum, { properties }) => sum + (isCodeOf(properties[member], level) ? 1 : 0), 0);
  const best = (some: readonly string[]): string | undefined =>
    some
      .map((member) => ({ member, hits: score(member) }))
      .sort((a, b) => b.hits - a.hits)
      .filter(({ hits }) => hits * 2 >= features.length && hits > 0)[0]?.member;
  const others = members.filter((member) => member !== parent);
  return {
    code:
      given.code ?? best(usual) ?? best(others) ?? usual.find((member) => plain(member) !== 'id') ?? usual[0] ?? null,
    name: given.name ?? named(NAME_NAMES)[0] ?? null,
    nameEn: named(ENGLISH_NAMES)[0] ?? null,
    parent,
  };
}

function plain(member: string): string {
  return member
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-.:]/gu, '');
}

function isCodeOf(value: unknown, level: IncomingLevel): boolean {
  return levelOfCode(codeText(value, level)) === level;
}

const DIGITS: Record<IncomingLevel, number> = { district: 6, subdistrict: 9, community: 12, grid: 15 };

/**
 * A code as text: from numbers, wide digits, quotes and spaces around it; codes that the statistics bureau fills up with
 * zeros (110101000000, 110101001000) are cut to their level. What is no code stays as it is.
 */
export function codeText(value: unknown, level: IncomingLevel): string {
  if (typeof value === 'object' && value !== null) {
    const { adcode, code } = value as { adcode?: unknown; code?: unknown };
    return codeText(adcode ?? code ?? '', level);
  }
  const text = plainText(value)
    .replace(/^['"`]+|['"`]+$/gu, '')
    .replace(/^(\d+)\.0+$/u, '$1');
  const digits = DIGITS[level];
  if (/^\d{12}$/u.test(text) && digits < 12 && /^0+$/u.test(text.slice(digits))) return text.slice(0, digits);
  return text;
}

/** A member as one line of text; empty for what is none. */
export function plainText(value: unknown): string {
  if (typeof value === 'number')
    return Number.isFinite(value) ? (Number.isInteger(value) ? value.toFixed(0) : String(value)) : '';
  if (typeof value !== 'string') return '';
  return value
    .normalize('NFKC')
    .replaceAll(/[\s\u0000]+/gu, ' ')
    .trim();
}
