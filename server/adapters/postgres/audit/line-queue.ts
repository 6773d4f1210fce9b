import type { AuditLine } from '#application/audit-trail/audit-line.ts';
import { StoreUnavailable } from '#application/ports.ts';

/** Most lines of one transaction. */
const MOST = 1_000;

type Waiting = { line: AuditLine; done: () => void; failed: (error: unknown) => void };

/** Gathers lines while earlier ones are written, and writes what has gathered at once. */
export class LineQueue {
  private readonly append: (lines: readonly AuditLine[]) => Promise<void>;
  private waiting: Waiting[] = [];
  private running = false;

  /** @param append stores lines in their order, all or none. */
  constructor(append: (lines: readonly AuditLine[]) => Promise<void>) {
    this.append = append;
  }

  /** Resolves when the line is stored; rejects with what `append` rejected with. */
  add(line: AuditLine): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ line, done, failed });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) await this.write(this.waiting.splice(0, MOST));
    this.running = false;
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.append(batch.map(({ line }) => line));
      for (const { done } of batch) done();
    } catch (error) {
      // One line that the store refuses must not cost the others theirs.
      if (batch.length > 1 && !(error instanceof StoreUnavailable)) {
        for (const one of batch) await this.write([one]);
        return;
      }
      for (const { failed } of batch) failed(error);
    }
  }
}
