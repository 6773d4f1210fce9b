import { setTimeout as pause } from 'node:timers/promises';
import type { IncomingCaseEvent, IncomingReport, IngestPort } from '#application/api-port.ts';
import { StoreUnavailable } from '#application/ports.ts';
import type { Principal } from '#domain/account/role.ts';
import type { Message } from './timeline.ts';

export type FeedParts = {
  ingest: Pick<IngestPort, 'reports' | 'caseEvents'>;
  who: Principal;
  now: () => number;
  /** Words before this instant (epoch ms) are stored already. */
  from: number;
  onFed: (messages: number) => void;
  signal: AbortSignal;
};

/** Few enough for one transaction of the writer: what was stored is then all that came before some instant. */
const MOST_AT_ONCE = 1_200;
const LOOK_AGAIN_MS = 50;
const RETRY_MS = 500;

/** Tells every word of a file when its instant has come. Resolves at the file's end, or soon after `signal` ends. */
export async function feed(parts: FeedParts, messages: AsyncIterable<Message>): Promise<void> {
  let due: Message[] = [];
  for await (const message of messages) {
    if (message.at < parts.from) continue;
    while (message.at > parts.now() && !parts.signal.aborted) {
      if (due.length === 0) await pause(LOOK_AGAIN_MS);
      else due = await tell(parts, due);
    }
    if (parts.signal.aborted) return;
    due.push(message);
    if (due.length >= MOST_AT_ONCE) due = await tell(parts, due);
  }
  await tell(parts, due);
}

async function tell(parts: FeedParts, messages: readonly Message[]): Promise<Message[]> {
  const reports: IncomingReport[] = [];
  const events: IncomingCaseEvent[] = [];
  for (const message of messages) {
    if (message.kind === 'report') reports.push(message.report);
    else events.push(message.event);
  }
  while (!parts.signal.aborted) {
    try {
      // Both at once: the writer commits them in one transaction, reports first.
      await Promise.all([parts.ingest.reports(parts.who, reports), parts.ingest.caseEvents(parts.who, events)]);
      parts.onFed(messages.length);
      return [];
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await pause(RETRY_MS);
    }
  }
  return [];
}
