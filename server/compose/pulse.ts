import { ALERTS_FEED } from '#application/live-feeds.ts';
import type { Platform } from '#application/platform.ts';
import type { LiveHub } from '#application/publish/live-hub.ts';

/** Tells the picture every second when deadlines were last looked at: alerts are a feed like any other. */
export function pulseAlerts(hub: LiveHub, platform: Platform): () => void {
  const pulse = setInterval(() => {
    const { lookedAt } = platform.deadlines;
    if (lookedAt !== null) hub.setFeedBeat({ feed: ALERTS_FEED, eventAt: lookedAt, receivedAt: lookedAt });
  }, 1_000);
  return () => clearInterval(pulse);
}
