import type { HistoryPort } from '#application/history/history-port.ts';
import { exampleHistoryLine } from '#wire/http/history.ts';

/** One line, and another page behind the first. */
export function fakeHistory(): HistoryPort {
  return {
    search: async (_who, filter, { before }) => ({
      lines: [{ ...exampleHistoryLine, kind: filter.kind }],
      next: before === null ? { at: exampleHistoryLine.at, position: exampleHistoryLine.position } : null,
      lookedBackTo: null,
    }),
    sheet: async () => ({ file: new Uint8Array(), lines: 0 }),
  };
}
