/** One line of CSV. Text that a spreadsheet would run as a formula is kept as text by an apostrophe. */
export function csvLine(cells: readonly string[]): string {
  const texts = cells.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell));
  return `${texts.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\r\n`;
}
