import { lastInstant } from '#domain/case/decide.ts';
import type { CaseWriter } from '../case/writer.ts';
import type { Clock, Lease, SuspensionStore } from '../ports.ts';

const EVERY_MS = 5_000;
const BATCH = 500;

/**
 * Resumes suspended cases at their end date. The event happens at that date, whenever it is written, so the clock gets
 * back exactly the time that was granted. Only the owner of the deadlines does it; twice would be the same event.
 */
export function keepSuspensions(parts: {
  store: SuspensionStore;
  writer: CaseWriter;
  clock: Clock;
  lease: Lease;
  onError: (error: unknown) => void;
}): { stop(): Promise<void> } {
  const { store, writer, clock, lease, onError } = parts;
  let running: Promise<void> = Promise.resolve();
  let cancel = clock.setAlarm(clock.now() + EVERY_MS, look);
  let stopped = false;

  function look(): void {
    running = (lease.isHeld() ? resumeEnded() : Promise.resolve()).catch(onError).finally(() => {
      if (!stopped) cancel = clock.setAlarm(clock.now() + EVERY_MS, look);
    });
  }

  async function resumeEnded(): Promise<void> {
    const numbers = await store.endedBy(clock.now(), BATCH);
    if (numbers.length === 0) return;
    await writer.submit({
      keys: { numbers },
      size: numbers.length,
      plan(book) {
        for (const number of numbers) {
          const draft = book.byNumber(number);
          const suspended = draft?.state.suspended;
          if (!draft || suspended?.until == null || suspended.until > clock.now()) continue;
          draft.append({
            eventId: `resumed:${suspended.since}`,
            at: Math.max(suspended.until, lastInstant(draft.state) + 1),
            recordedAt: clock.now(),
            actor: { kind: 'system', id: 'deadlines', name: 'deadlines' },
            data: { type: 'resumed', reason: 'end of the suspension' },
          });
        }
        return { finish: () => undefined };
      },
    });
  }

  return {
    async stop() {
      stopped = true;
      cancel();
      await running;
    },
  };
}
