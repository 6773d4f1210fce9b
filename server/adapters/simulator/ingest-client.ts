import { setTimeout as sleep } from 'node:timers/promises';
import type { BatchAnswer, FixesAnswer, ItemResult } from '#wire/http/rejection.ts';
import { encodeFixes, FIXES_TYPE } from '#wire/http/binary-fixes.ts';
import type { Fix } from '#domain/team/team.ts';
import type { EventMessage, ReportMessage } from './messages.ts';

/** The public ways in, as a source sees them. Each resolves after the platform has committed. */
export type IngestClient = {
  reports(items: readonly ReportMessage[]): Promise<ItemResult[]>;
  caseEvents(items: readonly EventMessage[]): Promise<ItemResult[]>;
  positions(fixes: readonly Fix[]): Promise<Pick<FixesAnswer, 'accepted' | 'rejectedInAll'>>;
  /** Says that all is told. */
  beat(): Promise<void>;
};

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
const ANSWER_MS = 30_000;

/** A request that no repetition will mend, such as a key that is not known. */
export class IngestRefused extends Error {
  override name = 'IngestRefused';
}

/**
 * Speaks to the public API with an ingest key. While the platform cannot be reached or is busy, it waits and tries
 * again until `signal` ends: messages are known by their ids, so sending one twice is harmless.
 *
 * @param baseUrl such as http://localhost:3000.
 */
export function createIngestClient(baseUrl: string, key: string, signal: AbortSignal): IngestClient {
  const send = async (path: string, body: string | Uint8Array<ArrayBuffer>, type: string): Promise<unknown> => {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      const answer = await attempt(new URL(path, baseUrl), key, body, type, signal);
      if (answer.kind === 'body') return answer.body;
      await sleep(Math.max(pause, answer.waitMs), undefined, { signal });
    }
  };
  const batch = async (path: string, items: readonly unknown[]): Promise<ItemResult[]> => {
    if (items.length === 0) return [];
    const { results } = (await send(path, JSON.stringify(items), 'application/json')) as Pick<BatchAnswer, 'results'>;
    return results;
  };
  return {
    reports: (items) => batch('/api/v1/reports', items),
    caseEvents: (items) => batch('/api/v1/case-events', items),
    async positions(fixes) {
      if (fixes.length === 0) return { accepted: 0, rejectedInAll: 0 };
      const body = Uint8Array.from(encodeFixes(fixes));
      const answer = (await send('/api/v1/positions', body, FIXES_TYPE)) as Partial<FixesAnswer>;
      return { accepted: answer.accepted ?? 0, rejectedInAll: answer.rejectedInAll ?? fixes.length };
    },
    beat: async () => void (await send('/api/v1/beat', '{}', 'application/json')),
  };
}

type Attempt = { kind: 'body'; body: unknown } | { kind: 'later'; waitMs: number };

async function attempt(
  url: URL,
  key: string,
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  signal: AbortSignal,
): Promise<Attempt> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': type },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
    });
    answer = await response.json();
  } catch (error) {
    if (signal.aborted) throw error;
    return { kind: 'later', waitMs: 0 };
  }
  if (response.ok || hasResults(answer)) return { kind: 'body', body: answer };
  if (response.status === 429 || response.status >= 500) {
    return { kind: 'later', waitMs: 1000 * Number(response.headers.get('retry-after') ?? 0) };
  }
  throw new IngestRefused(`${url.pathname} answered ${response.status}: ${JSON.stringify(answer).slice(0, 300)}`);
}

/** A batch of which nothing was good is answered as a problem, with the results all the same. */
function hasResults(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'results' in answer && Array.isArray(answer.results);
}
