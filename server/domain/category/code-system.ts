/**
 * Which list of categories a code belongs to. Cases keep the system they were filed under: the same four digits mean
 * different things in the 2007, 2013 and 2026 lists. An open set: a foreign city's own list gets its own name.
 */
export type CodeSystem = string;

/** GB/T 30428.2-2013: 5 component classes with 121 subclasses, 6 event classes with 83. */
export const NATIONAL_2013: CodeSystem = 'gbt30428.2-2013';

/** GB/T 47678.5-2026, its successor: class of 2 digits, subclass of 3. */
export const NATIONAL_2026: CodeSystem = 'gbt47678.5-2026';

/** CJ/T 214-2007, the ancestor: seven component classes, and event classes 04 and 05 the other way round. */
export const NATIONAL_2007: CodeSystem = 'cjt214-2007';

/** The City of Boston's 311 list: a reason and a type, both free text. */
export const BOSTON_311: CodeSystem = 'boston311';

/** A code system as the platform lists it. `attested` says how well its list is known, `source` where it is from. */
export type CodeSystemRow = {
  readonly id: CodeSystem;
  readonly name: { readonly zh: string; readonly en: string };
  readonly attested: 'lists' | 'second-hand' | 'numbering-only' | 'own';
  readonly source: string;
};

/** Digits of a class and of a subclass code. */
export type CodeWidths = { readonly classDigits: number; readonly subDigits: number };

const WIDTHS: ReadonlyMap<CodeSystem, CodeWidths> = new Map([
  [NATIONAL_2013, { classDigits: 2, subDigits: 2 }],
  [NATIONAL_2026, { classDigits: 2, subDigits: 3 }],
  [NATIONAL_2007, { classDigits: 2, subDigits: 2 }],
]);

/** The fixed digit widths of a system's codes, or null where codes are free text. */
export function codeWidths(codeSystem: CodeSystem): CodeWidths | null {
  return WIDTHS.get(codeSystem) ?? null;
}
