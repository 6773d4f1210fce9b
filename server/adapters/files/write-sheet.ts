import writeWorkbook from 'write-excel-file/node';
import type { TemplateFormat } from '#application/lists/list-kind.ts';

/**
 * A table as a file: XLSX with a bold header, or CSV in UTF-8 with a byte order mark, which Excel needs to read Chinese.
 * Text stays text, so that codes keep their leading zeros; numbers stay numbers, null is an empty cell.
 */
export async function writeSheet(
  format: TemplateFormat,
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<Uint8Array> {
  if (format === 'csv') return Buffer.from(`\uFEFF${[header, ...rows].map(csvLine).join('')}`);
  const bold = header.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const cells = rows.map((row) => row.map(sheetCell));
  const columns = header.map((name) => ({ width: Math.max(12, 2 * name.length) }));
  return writeWorkbook([bold, ...cells], { columns, stickyRowsCount: 1 }).toBuffer();
}

function sheetCell(value: string | number | null) {
  if (value === null) return null;
  return typeof value === 'number' ? { value, type: Number } : { value, type: String, format: '@' };
}

function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
