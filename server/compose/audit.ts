import { createAuditLog } from '#adapters/postgres/audit/audit-log.ts';
import { createAuditTrail } from '#adapters/postgres/audit/audit-trail.ts';
import { chainFirstLines } from '#adapters/postgres/audit/append-lines.ts';
import { pruneLines } from '#adapters/postgres/audit/prune-lines.ts';
import type { ApiPort } from '#application/api-port.ts';
import type { AuditLine } from '#application/audit-trail/audit-line.ts';
import type { Store } from './store.ts';

const DAY_MS = 24 * 3_600_000;

export type OpenAudit = {
  write: (line: AuditLine) => Promise<void>;
  /** What the API takes of it. */
  port: Pick<ApiPort, 'audit' | 'auditOf' | 'auditTrail'>;
  stop: () => void;
};

/**
 * Opens the audit: lines of before there was a chain are chained, and once a day those go that were kept long enough.
 *
 * @param keptDays after how many days lines are removed; null: never.
 */
export async function openAudit(
  { pool }: Pick<Store, 'pool'>,
  parts: {
    keptDays: number | null;
    now: () => number;
    onFault: (what: string, error: unknown) => void;
  },
): Promise<OpenAudit> {
  const { keptDays, now, onFault } = parts;
  const client = await pool.connect();
  try {
    await chainFirstLines(client, now());
  } finally {
    client.release();
  }
  const prune = (): void => {
    if (keptDays === null) return;
    pruneLines(pool, now() - keptDays * DAY_MS, now()).catch((error: unknown) =>
      onFault('old lines of the audit could not be removed', error),
    );
  };
  prune();
  const timer = setInterval(prune, DAY_MS);
  timer.unref();
  const log = createAuditLog({ pool });
  const write = (line: AuditLine): Promise<void> => log.write(line);
  const port = { audit: write, auditOf: log.doneOf, auditTrail: createAuditTrail(pool, keptDays) };
  return { write, port, stop: () => clearInterval(timer) };
}
