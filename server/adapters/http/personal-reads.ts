import type { Principal } from '#domain/account/role.ts';
import { mayKnowReporter } from '#domain/account/privacy.ts';
import type { Reporter } from '#domain/case/event.ts';
import { auditLineOf } from './audit.ts';
import type { HttpParts } from './handler.ts';

/** A case that stays open on a desk is read again with each of its moves: that is one reading. */
const ONE_READING_MS = 10 * 60_000;
const MOST_REMEMBERED = 20_000;

/** Whether who asks gets to read personal data; answered after the reading has been written down. */
export type PersonalReads = (who: Principal, address: string, subject: string, reporter: Reporter) => Promise<boolean>;

/**
 * Reading a reporter's name or phone is an act: a line says who did it, when, from where and in which case. Where that
 * line cannot be written, nothing is read: the answer is masked.
 */
export function personalReads({ port, log }: Pick<HttpParts, 'port' | 'log'>): PersonalReads {
  const written = new Map<string, number>();
  return async (who, address, subject, reporter) => {
    if (!mayKnowReporter(who.role)) return false;
    const read = [reporter.name === '' ? '' : 'name', reporter.phone === '' ? '' : 'phone'].filter(Boolean).join(', ');
    if (read === '') return true;
    const key = `${who.id} ${address} ${subject}`;
    const now = performance.now();
    if (now - (written.get(key) ?? -Infinity) < ONE_READING_MS) return true;
    const line = { act: 'case.reporter', subject, result: 'done', detail: { read } } as const;
    try {
      await port.audit(auditLineOf(port.now(), who, address, line));
    } catch (error) {
      log.error({ err: error, subject }, 'a reading of personal data could not be written down, so it was masked');
      return false;
    }
    if (written.size >= MOST_REMEMBERED) written.clear();
    written.set(key, now);
    return true;
  };
}
