import { feedAge, type FeedAge } from '#domain/feed/feed-state.ts';
import type { Status } from '#wire/figures.ts';
import type { CanaryStore } from '../../stores/canary-store.ts';

type Seen = {
  status: { value: Pick<Status, 'feeds' | 'clock'> | null };
  canary: Pick<CanaryStore, 'painted' | 'tripMs'>;
};

/**
 * The age at `now` of the newest probe that was painted here, by when it was sent: whatever step stands still between its
 * sender and this glass, it grows. `tripMs` in real time. Null where no probes are sent.
 */
export function canaryAge({ status, canary }: Seen, now: number): (FeedAge & { tripMs: number | null }) | null {
  const feed = status.value?.feeds.find(({ kind }) => kind === 'canary');
  if (feed === undefined) return null;
  const sentAt = canary.painted?.sentAt ?? null;
  const age = feedAge(
    { beatMs: feed.beatMs, eventAt: sentAt, receivedAt: sentAt, expectedSince: feed.expectedSince },
    now,
  );
  const { tripMs } = canary;
  return { ...age, tripMs: tripMs === null ? null : tripMs / (status.value?.clock.speed ?? 1) };
}
