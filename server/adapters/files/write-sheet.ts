import writeWorkbook from 'write-excel-file/node';
import type { TemplateFormat } from '#application/lists/list-kind.ts';

/**
 * A table as a file: XLSX with a bold header, or CSV in UTF-8 with a byte order mark, which Excel needs to read Chinese.
 * All cells are text, so that codes keep their leading zeros.
 */
export async function writeSheet(
  format: TemplateFormat,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  if (format === 'csv') return Buffer.from(`\uFEFF${[header, ...rows].map(csvLine).join('')}`);
  const bold = header.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const cells = rows.map((row) => row.map((value) => ({ value, type: String, format: '@' })));
  const columns = header.map((name) => ({ width: Math.max(12, 2 * name.length) }));
  return writeWorkbook([bold, ...cells], { columns, stickyRowsCount: 1 }).toBuffer();
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\r\n`;
}
