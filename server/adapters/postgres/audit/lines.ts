import type { AuditLine } from '#application/audit-trail/audit-line.ts';
import type { ChainedLine, ChainEnd } from '#application/audit-trail/chain.ts';
import type { ChainFacts } from '#application/audit-trail/verify.ts';
import type { Actor } from '#domain/account/role.ts';

/** A row of `audit_line` as the driver gives it. */
export type LineRow = {
  no: string;
  hash: Buffer;
  at: Date;
  actor_kind: string;
  actor_id: string;
  actor_name: string;
  role: string;
  act: string;
  subject: string;
  result: string;
  detail: AuditLine['detail'];
  address: string;
};

export const LINE_COLUMNS =
  'no, hash, at, actor_kind, actor_id, actor_name, role, act, subject, result, detail, address';

export function lineOf(row: Omit<LineRow, 'no' | 'hash'>): AuditLine {
  return {
    at: row.at.getTime(),
    actor: { kind: row.actor_kind as Actor['kind'], id: row.actor_id, name: row.actor_name },
    role: row.role as AuditLine['role'],
    act: row.act,
    subject: row.subject,
    result: row.result as AuditLine['result'],
    detail: row.detail,
    address: row.address,
  };
}

export function chainedLineOf(row: LineRow): ChainedLine {
  return { ...lineOf(row), no: Number(row.no), hash: row.hash.toString('hex') };
}

type HeadRow = { no: string; hash: Buffer; removed_no: string; removed_hash: Buffer };

export const HEAD_COLUMNS = 'no, hash, removed_no, removed_hash';

export function headOf(row: HeadRow | undefined): Pick<ChainFacts, 'head' | 'removed'> {
  if (row === undefined) throw new Error('the end of the audit chain is missing from its table, audit_head');
  return { head: endOf(row.no, row.hash), removed: endOf(row.removed_no, row.removed_hash) };
}

function endOf(no: string, hash: Buffer): ChainEnd {
  return { no: Number(no), hash: hash.toString('hex') };
}
