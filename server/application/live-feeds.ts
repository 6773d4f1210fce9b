import { CANARY_SOURCE } from '#domain/feed/canary.ts';
import type { FeedDeclaration } from './projection/feed-ages.ts';

/** Positions and alerts have feeds of their own beside those of the sources. */
export const POSITIONS_FEED = 'positions';
export const ALERTS_FEED = 'alerts';

/** How long a probe may be under way. */
const CANARY_TRIP_MS = 2_000;

type FeedSource = {
  id: string;
  name: { zh: string; en: string };
  simulated: boolean;
  beatSeconds: number;
  districtCode: string | null;
};

/**
 * The feeds whose age every screen shows: sources with a beat that are in use, positions, and the alerts' own pulse,
 * which is that of whoever watches the deadlines.
 *
 * @param canaryMs how often a probe is sent, in real ms; 0: none is.
 * @param speed of the platform's clock: beats are real, ages are counted on that clock.
 */
export function feedsOf(
  sources: readonly FeedSource[],
  simulated: boolean,
  inUse: (source: string) => boolean,
  speed = 1,
  canaryMs = 0,
): FeedDeclaration[] {
  const platforms = sources
    .filter(({ id, beatSeconds }) => beatSeconds > 0 && inUse(id))
    .map((source): FeedDeclaration => ({
      id: source.id,
      nameZh: source.districtCode === null ? '案件' : source.name.zh,
      nameEn: source.districtCode === null ? 'Cases' : source.name.en,
      kind: source.districtCode === null ? 'cases' : 'platform',
      beatMs: source.beatSeconds * 1_000 * speed,
      simulated: source.simulated,
      districtCode: source.districtCode,
    }));
  const own = { simulated, districtCode: null };
  const canary: FeedDeclaration = {
    ...{ id: CANARY_SOURCE, nameZh: '探针', nameEn: 'Canary', kind: 'canary', simulated: false, districtCode: null },
    beatMs: (canaryMs + CANARY_TRIP_MS) * speed,
  };
  return [
    ...platforms,
    ...(canaryMs > 0 ? [canary] : []),
    {
      ...{ id: POSITIONS_FEED, nameZh: '定位', nameEn: 'Positions', kind: 'positions', ...own },
      beatMs: 15_000 * speed,
      // Terminals without a network send later what they kept: heard, and still not where the teams are now.
      lagMs: 60_000 * speed,
    },
    { id: ALERTS_FEED, nameZh: '告警', nameEn: 'Alerts', kind: 'alerts', beatMs: 5_000 * speed, ...own },
  ];
}
