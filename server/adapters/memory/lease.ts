import type { Lease } from '#application/ports.ts';

/** One duty among nodes in one process: the twin of the lease in Postgres. The next in line has it as soon as it is free. */
export class MemoryDuty {
  private readonly line: MemoryLease[] = [];

  /** The lease of one more node. */
  lease(): MemoryLease {
    return new MemoryLease(this);
  }

  /** @internal */
  join(lease: MemoryLease): void {
    if (!this.line.includes(lease)) this.line.push(lease);
    this.line[0]?.become(true);
  }

  /** @internal */
  leave(lease: MemoryLease): void {
    const at = this.line.indexOf(lease);
    if (at >= 0) this.line.splice(at, 1);
    lease.become(false);
    this.line[0]?.become(true);
  }
}

export class MemoryLease implements Lease {
  private readonly duty: MemoryDuty;
  private readonly listeners = new Set<(held: boolean) => void>();
  private held = false;

  constructor(duty: MemoryDuty) {
    this.duty = duty;
  }

  start(): Promise<void> {
    this.duty.join(this);
    return Promise.resolve();
  }

  isHeld(): boolean {
    return this.held;
  }

  onChange(listener: (held: boolean) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  stop(): Promise<void> {
    this.duty.leave(this);
    return Promise.resolve();
  }

  /** @internal */
  become(held: boolean): void {
    if (this.held === held) return;
    this.held = held;
    for (const listener of this.listeners) listener(held);
  }
}
