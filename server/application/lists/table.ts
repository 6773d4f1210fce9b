import type { FileRow } from '../import/profile.ts';
import { refusal } from './list-kind.ts';

/** A table as a person sees it: rows that hold anything, each with its number from 1; cells are trimmed text. */
export type Sheet = { name: string; rows: readonly FileRow[] };

/** A column that a list knows: the words that may stand above it, ours first, and a cell for the template. */
export type ColumnSpec = { words: readonly [string, ...string[]]; example: string };

/** A sheet whose columns have been found. Cells are '' where a column is absent. */
export type OpenTable<Name extends string> = {
  name: string;
  rows: readonly FileRow[];
  has(name: Name): boolean;
  cell(row: FileRow, name: Name): string;
  /** The column as the file calls it, with its sheet where the file has several. */
  title(name: Name): string;
  /** What stands in brackets in the column's own title, such as 工作日 in 时限（工作日）. */
  aside(name: Name): string;
};

/** The header may stand below a title and some notes. */
const HEADER_WITHIN = 30;

/**
 * Finds the row that names the columns, wherever it stands among the first ones, by words that cities use; columns of
 * other names are passed over. Null where no row has two of the words: such a sheet is a cover or a note.
 */
export function openTable<Name extends string>(
  sheet: Sheet,
  specs: Readonly<Record<Name, ColumnSpec>>,
  withSheetName: boolean,
): OpenTable<Name> | null {
  const names = Object.keys(specs) as Name[];
  let best: { row: number; at: Map<Name, number> } | null = null;
  sheet.rows.slice(0, HEADER_WITHIN).forEach(({ cells }, row) => {
    const at = columnsOf(cells, names, specs);
    if (at.size >= 2 && at.size > (best?.at.size ?? 0)) best = { row, at };
  });
  if (best === null) return null;
  const { row, at } = best as { row: number; at: Map<Name, number> };
  const header = sheet.rows[row]?.cells ?? [];
  const heading = (name: Name): string => header[at.get(name) ?? -1] ?? '';
  return {
    name: sheet.name,
    rows: sheet.rows.slice(row + 1),
    has: (name) => at.has(name),
    cell: ({ cells }, name) => cells[at.get(name) ?? -1] ?? '',
    title: (name) => `${withSheetName ? `${sheet.name}!` : ''}${heading(name) || specs[name].words[0]}`,
    aside: (name) => /[(（]([^)）]*)[)）]/.exec(heading(name))?.[1]?.trim() ?? '',
  };
}

/**
 * Opens every sheet that has the columns.
 *
 * @throws ListRefused when none has, saying what was looked for and what is there.
 */
export function openTables<Name extends string>(
  sheets: readonly Sheet[],
  specs: Readonly<Record<Name, ColumnSpec>>,
  needed: (has: (name: Name) => boolean) => string | null,
): OpenTable<Name>[] {
  const tables = sheets.flatMap((sheet) => openTable(sheet, specs, sheets.length > 1) ?? []);
  const faults = tables.map((table) => needed((name) => table.has(name)));
  const fit = tables.filter((_, index) => faults[index] === null);
  if (fit.length > 0) return fit;
  const lacking = faults[0] ?? needed(() => false) ?? 'its columns';
  const shown = sheets[0]?.rows[0]?.cells.filter(Boolean).join(', ').slice(0, 200) ?? '';
  const reason = {
    zh: `找不到列名所在的行：缺少 ${lacking}；第一行是：${shown}`,
    en: `no row names the columns: ${lacking} is missing; the first row reads: ${shown}`,
  };
  const hint = { zh: '像模板那样在各列上方写上列名', en: 'write the columns’ names above them, as the template does' };
  throw refusal(reason, hint, { line: 1 });
}

function columnsOf<Name extends string>(
  cells: readonly string[],
  names: readonly Name[],
  specs: Readonly<Record<Name, ColumnSpec>>,
): Map<Name, number> {
  const headings = cells.map((cell) => [plain(cell), plain(cell.replaceAll(/[(（][^)）]*[)）]/g, ''))] as const);
  const at = new Map<Name, number>();
  for (const name of names) {
    const words = specs[name].words.map(plain);
    const exact = headings.findIndex(([whole]) => whole !== '' && words.includes(whole));
    const index = exact >= 0 ? exact : headings.findIndex(([, bare]) => bare !== '' && words.includes(bare));
    if (index >= 0) at.set(name, index);
  }
  return at;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*:_\-/、.]/g, '');
}
