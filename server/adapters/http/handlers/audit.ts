import type { AuditFilter } from '#application/audit-trail/audit-trail.ts';
import { auditCsv } from '#application/audit-trail/audit-csv.ts';
import { MOST_EXPORTED, type auditOperations } from '#wire/http/operations/audit.ts';
import { audit } from '../audit.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import type { Handlers, HttpParts } from '../handler.ts';

const usualPage = 100;

/** The audit as the auditor reads it. What leaves the platform as a file, and each count of the chain, is a line too. */
export function auditHandlers(parts: HttpParts): Pick<Handlers, keyof typeof auditOperations> {
  const { auditTrail } = parts.port;
  return {
    async listAudit({ query: { cursor, limit = usualPage, ...asked } }) {
      const { lines, nextBefore } = await auditTrail.search(filterOf(asked), { before: readCursor(cursor), limit });
      return { answer: { lines: [...lines], nextCursor: writeCursor(nextBefore) } };
    },
    async exportAudit({ principal, query: { below, ...asked }, address }) {
      const filter = filterOf(asked);
      const { lines } = await auditTrail.search(filter, { before: below ?? null, limit: MOST_EXPORTED });
      const detail = { ...filter, lines: lines.length };
      await audit(parts, principal, address, { act: 'audit.export', subject: 'audit', result: 'done', detail });
      return { file: auditCsv(lines), name: 'audit.csv', contentType: 'text/csv; charset=utf-8' };
    },
    async getAuditFacts() {
      return { answer: { acts: [...(await auditTrail.acts())], keptDays: auditTrail.keptDays } };
    },
    async verifyAudit({ principal, address }) {
      const answer = await auditTrail.verify();
      const { sound, lines, end } = answer;
      const detail = { sound, lines, end: end.no, hash: end.hash };
      await audit(parts, principal, address, { act: 'audit.verify', subject: 'audit', result: 'done', detail });
      return { answer };
    },
  };
}

type Asked = { [Name in keyof AuditFilter]?: NonNullable<AuditFilter[Name]> | undefined };

function filterOf(asked: Asked): AuditFilter {
  const { who = null, act = null, subject = null, result = null, since = null, until = null } = asked;
  return { who, act, subject, result, since, until };
}
