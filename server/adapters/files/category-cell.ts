import { categoryKey, isKind, parseCategoryKey } from '#domain/category/category.ts';
import { NATIONAL_2013 } from '#domain/category/code-system.ts';
import { CellFault, type Cells } from './cases-cells.ts';

/**
 * Reads the category of a row: a key such as `gbt30428.2-2013:event:0110`, or a national code such as 0110 with the kind
 * in its own column. Empty: not known yet.
 */
export function readCategory(
  cell: Cells,
  hasCategory: (key: string) => boolean,
): { key: string | null; conditionNo: number | null } {
  const text = cell('category');
  const conditionNo = readConditionNo(cell);
  if (text === '') {
    if (conditionNo !== null) throw new CellFault('condition', 'is given without a category');
    return { key: null, conditionNo: null };
  }
  const key = text.includes(':') ? text : nationalKey(cell, text);
  if (parseCategoryKey(key) === null || !hasCategory(key)) {
    throw new CellFault('category', `the catalogue has no category ${text}: leave the cell empty if it is not known`);
  }
  return { key, conditionNo };
}

function nationalKey(cell: Cells, code: string): string {
  const kind = cell('kind').toLowerCase();
  if (!isKind(kind)) {
    throw new CellFault('kind', `must be component or event: ${code} can be either, so a code alone is not enough`);
  }
  // Spreadsheets take the leading zero away.
  const digits = /^\d{3}$/.test(code) ? `0${code}` : code;
  if (!/^\d{4}$/.test(digits)) throw new CellFault('category', `"${code}" is neither a key nor a code of four digits`);
  return categoryKey(NATIONAL_2013, kind, digits.slice(0, 2), digits.slice(2));
}

function readConditionNo(cell: Cells): number | null {
  const text = cell('condition');
  if (text === '') return null;
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new CellFault('condition', `"${text}" is not a number from 1 to 9999`);
  return Number(text);
}
