import type { HistoryFilter, HistoryMark } from '#application/history/history-port.ts';
import type { historyOperations } from '#wire/http/operations/history.ts';
import { audit } from '../audit.ts';
import type { Handlers, HttpParts } from '../handler.ts';
import { ProblemError } from '../problem-error.ts';
import { withinReach } from '../within-reach.ts';

const usualPage = 100;
const CONTENT_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** What happened and who did it. What leaves the platform as a file is written down. */
export function historyHandlers(parts: HttpParts): Pick<Handlers, keyof typeof historyOperations> {
  const { history } = parts.port;
  return {
    async searchHistory({ principal, query: { cursor, limit = usualPage, ...asked } }) {
      const filter = filterOf({ ...asked, place: withinReach(principal, asked.place) ?? undefined });
      const { lines, next, lookedBackTo } = await history.search(principal, filter, {
        before: readMark(cursor),
        limit,
      });
      return { answer: { lines, nextCursor: writeMark(next), lookedBackTo } };
    },
    async exportHistory({ principal, query: { format, lang = 'zh', ...asked }, address }) {
      const filter = filterOf({ ...asked, place: withinReach(principal, asked.place) ?? undefined });
      const { file, lines } = await history.sheet(principal, filter, format, lang);
      const detail = { ...filter, format, lines };
      await audit(parts, principal, address, { act: 'history.export', subject: filter.kind, result: 'done', detail });
      return { file, name: `history-${filter.kind}.${format}`, contentType: CONTENT_TYPES[format] };
    },
  };
}

type Asked = Pick<HistoryFilter, 'kind'> & { case?: string | undefined } & {
  [Name in Exclude<keyof HistoryFilter, 'kind' | 'caseNumber'>]?: NonNullable<HistoryFilter[Name]> | undefined;
};

function filterOf({ kind, ...asked }: Asked): HistoryFilter {
  const { what = null, who = null, place = null, category = null, threshold = null } = asked;
  const { case: caseNumber = null, since = null, until = null } = asked;
  return { kind, what, who, place, category, threshold, caseNumber, since, until };
}

/** A page's end as an opaque word; callers only hand it back. */
function writeMark(mark: HistoryMark | null): string | null {
  return mark === null ? null : Buffer.from(`2:${mark.at}:${mark.position}`, 'utf8').toString('base64url');
}

/** @throws ProblemError bad-request for anything that `writeMark` never wrote. */
function readMark(cursor: string | undefined): HistoryMark | null {
  if (cursor === undefined) return null;
  const found = /^2:(\d{1,14}):(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  const mark = found === null ? null : { at: Number(found[1]), position: Number(found[2]) };
  if (mark === null || writeMark(mark) !== cursor) {
    throw new ProblemError('bad-request', 'cursor: take it from the answer before', { at: { field: 'cursor' } });
  }
  return mark;
}
