import type { Pool } from 'pg';
import type { Lease } from '#application/ports.ts';

export type LeaseParts = {
  pool: Pool;
  /** The duty, the same on all nodes. */
  name: string;
  /** This node; another one must not have the same name. */
  holder: string;
  /** A holder that is not heard for this long has lost the duty. */
  ttlMs?: number;
  renewMs?: number;
  onFault?: (error: unknown) => void;
};

const takeSql = `
INSERT INTO lease AS held (name, holder, fence, held_until)
VALUES ($1, $2, 1, clock_timestamp() + $3 * interval '1 millisecond')
ON CONFLICT (name) DO UPDATE
SET holder = $2,
    held_until = clock_timestamp() + $3 * interval '1 millisecond',
    fence = held.fence + (held.holder <> $2)::int
WHERE held.holder = $2 OR held.held_until < clock_timestamp()
RETURNING fence::float8 AS fence`;

const releaseSql = `UPDATE lease SET held_until = clock_timestamp() - interval '1 second' WHERE name = $1 AND holder = $2`;

/**
 * One owner of a duty at a time, kept as a row in Postgres and renewed every second. An owner that dies is followed by
 * another within `ttlMs` + `renewMs` (4 s); one that is only cut off knows by its own clock, and before the others do,
 * that it has lost the duty.
 */
export class PostgresLease implements Lease {
  private readonly parts: Required<Omit<LeaseParts, 'onFault'>> & Pick<LeaseParts, 'onFault'>;
  private readonly listeners = new Set<(held: boolean) => void>();
  /** On this process's steady clock; counted from before the question was sent, so it ends before the row's own time. */
  private heldUntil = -Infinity;
  private told = false;
  private timer: NodeJS.Timeout | null = null;
  private asking: Promise<void> | null = null;
  /** Number of the present ownership; grows with every change of hands. */
  fence: number | null = null;

  constructor(parts: LeaseParts) {
    this.parts = { ttlMs: 3_000, renewMs: 1_000, ...parts };
  }

  async start(): Promise<void> {
    await this.renew();
    this.timer = setInterval(() => void this.renew(), this.parts.renewMs);
  }

  isHeld(): boolean {
    return performance.now() < this.heldUntil;
  }

  onChange(listener: (held: boolean) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Gives the duty back at once, so that another node need not wait. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await this.asking;
    const held = this.isHeld();
    this.heldUntil = -Infinity;
    this.tell();
    if (!held) return;
    const { pool, name, holder, onFault } = this.parts;
    await pool.query(releaseSql, [name, holder]).catch((error: unknown) => onFault?.(error));
  }

  private renew(): Promise<void> {
    this.asking ??= this.ask().finally(() => (this.asking = null));
    // A question that hangs must not keep the loss from being told.
    this.tell();
    return this.asking;
  }

  private async ask(): Promise<void> {
    const { pool, name, holder, ttlMs, onFault } = this.parts;
    const asked = performance.now();
    try {
      const { rows } = await pool.query<{ fence: number }>(takeSql, [name, holder, ttlMs]);
      this.heldUntil = rows[0] ? asked + ttlMs : -Infinity;
      this.fence = rows[0]?.fence ?? null;
    } catch (error) {
      onFault?.(error);
    }
    this.tell();
  }

  private tell(): void {
    const held = this.isHeld();
    if (held === this.told) return;
    this.told = held;
    for (const listener of this.listeners) listener(held);
  }
}
