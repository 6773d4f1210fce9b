import type { Principal } from '#domain/account/role.ts';
import type { AuditLine } from '#application/api-port.ts';
import type { HttpParts } from './handler.ts';

/**
 * Writes an act down. An act that is done stays done when its line cannot be written: that is logged, and the event log
 * names who moved a case all the same.
 */
export async function audit(
  { port, log }: Pick<HttpParts, 'port' | 'log'>,
  who: Principal | { name: string },
  address: string,
  line: Pick<AuditLine, 'act' | 'subject' | 'result' | 'detail'>,
): Promise<void> {
  const known = 'role' in who;
  const whole: AuditLine = {
    ...line,
    at: port.now(),
    actor: known ? { kind: who.kind, id: who.id, name: who.name } : { kind: 'person', id: '', name: who.name },
    role: known ? who.role : 'nobody',
    address,
  };
  try {
    await port.audit(whole);
  } catch (error) {
    log.error({ err: error, act: line.act, subject: line.subject }, 'an audit line could not be written');
  }
}
