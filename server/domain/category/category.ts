import { codeWidths, type CodeSystem } from './code-system.ts';

/** Component 部件 = a physical facility with an identity; event 事件 = a behaviour or state, known only by its case. */
export type Kind = 'component' | 'event';

/** A name in both screen languages. An English one that nobody attests is empty; screens then show the Chinese. */
export type BilingualName = { readonly zh: string; readonly en: string };

/**
 * How well a code is attested: `two-lists` two independent public lists agree; `one-list` one list has it;
 * `successor` read back from the 2026 successor's numbering, which keeps the 2013 numbers; `second-hand` from a public
 * copy of the standard's list that was not held against the standard; `own` the city's own list says so.
 */
export const ATTESTATIONS = ['two-lists', 'one-list', 'successor', 'second-hand', 'own'] as const;
export type Attestation = (typeof ATTESTATIONS)[number];

/** What identifies a category. Component 0101 and event 0101 both exist, so the kind is part of it. */
export type CategoryId = {
  readonly codeSystem: CodeSystem;
  readonly kind: Kind;
  readonly classCode: string;
  readonly subCode: string;
};

/**
 * Why a category of one code system is taken for one of another: `same-number` and `same-name` by comparing the lists,
 * `moved` as the newer list's readers say, `own` because the city said so.
 */
export const MAPPING_BASES = ['same-number', 'same-name', 'moved', 'own'] as const;
export type MappingBasis = (typeof MAPPING_BASES)[number];

/** Where a category is counted in figures that span code systems. */
export type Mapping = { readonly to: CategoryKey; readonly basis: MappingBasis };

/** One subclass of a code system, e.g. component 01 公用设施 / 01 上水井盖 (GB/T 30428.2). */
export type Category = CategoryId & {
  readonly key: CategoryKey;
  readonly className: BilingualName;
  readonly name: BilingualName;
  /** For a wall: at most 7 Chinese characters or 18 Latin ones. */
  readonly shortName: BilingualName;
  readonly source: string;
  readonly attested: Attestation;
  /** The category of another code system that it is counted as in figures over both; null where it stands alone. */
  readonly mapping: Mapping | null;
  /** Epoch ms since when no case is filed under it; null for one in use. */
  readonly retiredAt: number | null;
};

/** `system:kind:code`, e.g. `gbt30428.2-2013:component:0101` or `boston311:event:Street Lights/Outage`. */
export type CategoryKey = string;

/**
 * The text key of a category. Codes of the system's own digit widths are joined as the standard prints them (`0101`);
 * any other pair (extensions of another width, foreign systems) is written `class/sub` with `%`, `:` and `/` escaped,
 * so that one category has exactly one key.
 *
 * @throws RangeError when the system, the class or the subclass is empty, or the system's name holds a `:`.
 */
export function categoryKey(codeSystem: CodeSystem, kind: Kind, classCode: string, subCode: string): CategoryKey {
  if (codeSystem === '' || codeSystem.includes(':')) throw new RangeError(`not a code system: "${codeSystem}"`);
  if (classCode === '' || subCode === '') throw new RangeError(`empty class or subclass code in ${codeSystem}`);
  const code = isJoined(codeSystem, classCode, subCode)
    ? classCode + subCode
    : `${escapePart(classCode)}/${escapePart(subCode)}`;
  return `${codeSystem}:${kind}:${code}`;
}

/** Reads a key back; null for text that `categoryKey` would never write. */
export function parseCategoryKey(text: string): CategoryId | null {
  const [codeSystem, kind, code, ...rest] = text.split(':');
  if (!codeSystem || !code || rest.length > 0 || !isKind(kind)) return null;
  const pair = splitCode(codeSystem, code);
  if (pair === null) return null;
  const id = { codeSystem, kind, classCode: pair[0], subCode: pair[1] };
  return categoryKey(codeSystem, kind, id.classCode, id.subCode) === text ? id : null;
}

/** True for `component` and `event`. */
export function isKind(value: unknown): value is Kind {
  return value === 'component' || value === 'event';
}

function isJoined(codeSystem: CodeSystem, classCode: string, subCode: string): boolean {
  const widths = codeWidths(codeSystem);
  if (widths === null) return false;
  return isDigits(classCode, widths.classDigits) && isDigits(subCode, widths.subDigits);
}

function isDigits(text: string, width: number): boolean {
  return text.length === width && /^[0-9]+$/.test(text);
}

function splitCode(codeSystem: CodeSystem, code: string): readonly [string, string] | null {
  const parts = code.split('/');
  if (parts.length === 1) {
    const widths = codeWidths(codeSystem);
    if (widths === null || code.length <= widths.classDigits) return null;
    return [code.slice(0, widths.classDigits), code.slice(widths.classDigits)];
  }
  const [classPart, subPart] = parts;
  if (parts.length !== 2 || !classPart || !subPart) return null;
  return [unescapePart(classPart), unescapePart(subPart)];
}

function escapePart(part: string): string {
  return part.replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll('/', '%2F');
}

function unescapePart(part: string): string {
  return part.replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%25', '%');
}
