import type { Actor } from '#domain/account/role.ts';
import type { BilingualName } from '#domain/category/category.ts';
import type { ProblemShape } from '../place/problem-shapes.ts';

/** A file as it came, with what its sender said of it (such as `{ level: 'district', datum: 'gcj02' }`). */
export type ListFile = { name: string; bytes: Uint8Array; options: Readonly<Record<string, string>> };

/**
 * What is wrong with a row. `line` counts from 1 with the header (for a feature of a map file: its number from 1);
 * null is the file as a whole. A problem that `refuses` stops the whole import; the others are warnings.
 */
export type ListProblem = {
  line: number | null;
  field: string | null;
  reason: BilingualName;
  /** How to mend it. */
  hint: BilingualName;
  refuses: boolean;
  /** Where it lies, for what lies somewhere. */
  shape?: ProblemShape | null;
};

/** What an import would do to one entry; `before` and `after` hold the members that differ, as text. */
export type ListChange = {
  key: string;
  change: 'added' | 'changed' | 'removed';
  before: Readonly<Record<string, string>> | null;
  after: Readonly<Record<string, string>> | null;
};

export type ListCounts = { rows: number; added: number; changed: number; removed: number; unchanged: number };

/** What applying a file would do, compared with version `basis`; nothing is stored. */
export type ListPreview = {
  basis: string;
  counts: ListCounts;
  changes: readonly ListChange[];
  problems: readonly ListProblem[];
};

/** One state of a list, and who made it. */
export type ListVersion = {
  version: string;
  /** Epoch ms. */
  at: number;
  by: string;
  note: string;
  current: boolean;
  counts: ListCounts;
};

/**
 * Choices that go with a file; `choices` null: free text. One without a `fallback` must be given. The names `name` and
 * `basis` are taken.
 */
export type ListOption = { name: string; choices: readonly string[] | null; fallback: string | null };

export const TEMPLATE_FORMATS = ['csv', 'xlsx'] as const;
export type TemplateFormat = (typeof TEMPLATE_FORMATS)[number];

/** Why an import or an undo was refused; nothing of it remains. */
export class ListRefused extends Error {
  readonly problems: readonly ListProblem[];
  /** What the message says, in both languages. */
  readonly said: BilingualName;
  /** @param said sums it up; left out: what the first problem says. */
  constructor(problems: readonly ListProblem[], said: BilingualName = summary(problems)) {
    super(said.en);
    this.problems = problems;
    this.said = said;
  }
}

/** A refusal of the file as a whole, or from a line on. */
export function refusal(
  reason: BilingualName,
  hint: BilingualName,
  at: { line?: number; field?: string } = {},
): ListRefused {
  return new ListRefused([{ line: at.line ?? null, field: at.field ?? null, reason, hint, refuses: true }]);
}

function summary([first]: readonly ListProblem[]): BilingualName {
  if (first === undefined) return { zh: '不予接受', en: 'refused' };
  const { field, reason, hint } = first;
  return {
    zh: `${field === null ? '' : `${field}：`}${reason.zh}；${hint.zh}`,
    en: `${field === null ? '' : `${field}: `}${reason.en}; ${hint.en}`,
  };
}

/**
 * A list that a city brings itself: its catalogue, handbook, calendar, places, gazetteer, components. All are shown
 * before they are applied, applied whole or not at all, kept as versions, and undone.
 */
export type ListKind = {
  id: string;
  options: readonly ListOption[];
  /** A file with the list's columns and an example row; absent where a list has none. */
  template?(format: TemplateFormat): Promise<Uint8Array>;
  preview(file: ListFile): Promise<ListPreview>;
  /** Rejects with `ListRefused` where a row refuses it or the list has moved on from `basis`. */
  apply(file: ListFile, by: Actor, basis: string): Promise<ListVersion>;
  /** Newest first. */
  versions(): Promise<readonly ListVersion[]>;
  /** Makes the state of an older version the current one, as a new version. */
  undo(version: string, by: Actor): Promise<ListVersion>;
};
