import type { Principal } from '#domain/account/role.ts';
import type { AuditLine } from '#application/audit-trail/audit-line.ts';
import type { HttpParts } from './handler.ts';

type Act = Pick<AuditLine, 'act' | 'subject' | 'result' | 'detail'>;

/**
 * Writes an act down. An act that is done stays done when its line cannot be written: that is logged, and the event log
 * names who moved a case all the same.
 */
export async function audit(
  { port, log }: Pick<HttpParts, 'port' | 'log'>,
  who: Principal | { name: string },
  address: string,
  line: Act,
): Promise<void> {
  try {
    await port.audit(auditLineOf(port.now(), who, address, line));
  } catch (error) {
    log.error({ err: error, act: line.act, subject: line.subject }, 'an audit line could not be written');
  }
}

/** An act as a line; of somebody who is not signed in the name alone is known. */
export function auditLineOf(at: number, who: Principal | { name: string }, address: string, line: Act): AuditLine {
  const known = 'role' in who;
  return {
    ...line,
    at,
    actor: known ? { kind: who.kind, id: who.id, name: who.name } : { kind: 'person', id: '', name: who.name },
    role: known ? who.role : 'nobody',
    address,
  };
}
