import type { AuditFilter, AuditTrail } from '#application/audit-trail/audit-trail.ts';
import type { ChainedLine } from '#application/audit-trail/chain.ts';

/** An audit of one line that remembers what it was asked. */
export function fakeAuditTrail(line: ChainedLine, asked: AuditFilter[]): AuditTrail {
  return {
    keptDays: 200,
    async search(filter) {
      asked.push(filter);
      return { lines: [line], nextBefore: line.no };
    },
    acts: async () => [line.act],
    verify: async () => ({ sound: true, lines: 1, first: 1, end: { no: line.no, hash: line.hash }, fault: null }),
  };
}
