import { reachOf } from '#application/query/reach.ts';
import { MOST_HISTORY_EXPORTED } from '#wire/http/operations/history.ts';
import type { HistoryLine } from '#wire/http/history.ts';
import type { HistoryMark, HistoryPort, HistoryStore } from './history-port.ts';
import { historyTable, type HistoryNames } from './history-table.ts';

type SheetCell = string | number | null;
/** Writes a table as a file. */
export type WriteSheet = (
  format: 'csv' | 'xlsx',
  header: readonly string[],
  rows: readonly (readonly SheetCell[])[],
) => Promise<Uint8Array>;

const PAGE = 1_000;
/** Pages that an export reads at most: where little matches, it ends before the file is full. */
const MOST_PAGES = 60;

/** History within the reach of who asks. */
export function createHistory(parts: {
  store: HistoryStore;
  writeSheet: WriteSheet;
  names: () => HistoryNames;
}): HistoryPort {
  const { store } = parts;
  return {
    search: (who, filter, page) => store.search(filter, reachOf(who), page),
    async sheet(who, filter, format, lang) {
      const lines: HistoryLine[] = [];
      let before: HistoryMark | null = null;
      for (let page = 0; page < MOST_PAGES && lines.length < MOST_HISTORY_EXPORTED; page += 1) {
        const limit = Math.min(PAGE, MOST_HISTORY_EXPORTED - lines.length);
        const found = await store.search(filter, reachOf(who), { before, limit });
        lines.push(...found.lines);
        before = found.next;
        if (before === null) break;
      }
      const { header, rows } = historyTable(lines, parts.names(), lang);
      return { file: await parts.writeSheet(format, header, rows), lines: lines.length };
    },
  };
}
