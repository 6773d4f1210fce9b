import type { Position } from '#domain/place/position.ts';

/**
 * Sends a probe to the public way in at a fixed beat, over HTTP and with a key of its own, as any source would. What
 * could not be sent is not sent again: the next one is on its way, and the age on the walls says what happened. Returns
 * what ends it.
 *
 * @param everyMs in real time; `now` is the platform's clock (epoch ms), by which the trip is counted.
 * @param onFault hears of the first of several failures in a row.
 */
export function sendCanaries(parts: {
  url: string;
  key: string;
  everyMs: number;
  /** Names the sender among the nodes. */
  node: string;
  /** A place in the city, so that the probe is located like a report. */
  position: Position;
  now: () => number;
  onFault: (what: string, error: unknown) => void;
}): () => void {
  const { url, key, everyMs, node, position, now, onFault } = parts;
  const stopped = new AbortController();
  let failing = false;
  const send = async (): Promise<void> => {
    const sentAt = now();
    const report = {
      sourceId: `${node}:${sentAt.toString(36)}`,
      reportedAt: sentAt,
      channel: 'platform',
      description: 'canary 探针',
      position: { ...position, datum: 'wgs84' },
    };
    try {
      const response = await fetch(new URL('/api/v1/reports', url), {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify([report]),
        signal: AbortSignal.any([stopped.signal, AbortSignal.timeout(everyMs)]),
      });
      const answer = await response.text();
      if (!response.ok) throw new Error(`it was answered ${response.status}: ${answer.slice(0, 200)}`);
      failing = false;
    } catch (error) {
      if (stopped.signal.aborted) return;
      if (!failing) onFault('a canary could not be sent', error);
      failing = true;
    }
  };
  void send();
  const timer = setInterval(() => void send(), everyMs);
  return () => {
    clearInterval(timer);
    stopped.abort();
  };
}
