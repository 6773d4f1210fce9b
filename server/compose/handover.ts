import type { Pool } from 'pg';
import { createHandoverStore } from '#adapters/postgres/handover/handover-store.ts';
import { createShiftReader } from '#adapters/postgres/handover/shift-reader.ts';
import { passAlert } from '#application/case/pass-alert.ts';
import type { HandoverPort } from '#application/handover/handover-port.ts';
import { createHandovers } from '#application/handover/handovers.ts';
import type { CaseLog, Clock } from '#application/ports.ts';
import type { LiveHub } from '#application/publish/live-hub.ts';
import type { WaitingPort } from '#application/query/waiting-port.ts';
import type { ScreenPort } from '#application/screen/screen-port.ts';
import type { WallPort } from '#application/wall/walls.ts';
import type { LoadLimits } from '#domain/alert/load-limits.ts';
import { minutesOf } from '#domain/wall/minute-of-day.ts';

/** More cases than this never wait for an answer at once. */
const MOST_WAITING = 2_000;

type Parts = {
  pool: Pool;
  log: CaseLog;
  clock: Clock;
  zone: string;
  hub: LiveHub;
  waiting: WaitingPort;
  screens: ScreenPort;
  walls: WallPort;
  limits: () => LoadLimits;
};

/** Handovers of a running server: the live picture, the log and the lists that they are written from. */
export function openHandovers({ pool, log, clock, zone, hub, waiting, screens, walls, limits }: Parts): HandoverPort {
  const now = (): number => clock.now();
  return createHandovers({
    store: createHandoverStore(pool),
    pass: passAlert({ log, now, onCommitted: (entries) => hub.apply(entries) }),
    sources: {
      ...{ now, limits, minuteOfDay: minutesOf(zone), reader: createShiftReader(pool) },
      alerts: (place) => hub.alertsFor(place),
      load: (place, since) => hub.shiftLoadFor(place, since),
      teams: (place) => hub.teamsNow(place),
      feeds: (place) => hub.status(place).feeds,
      screens: async (who) => (await screens.list(who)).screens,
      walls: (who) => walls.list(who),
      requests: (who) => waiting.requests(who, { place: null, kind: null, status: 'pending' }, MOST_WAITING),
      replies: (who) => waiting.owedReplies(who, { place: null, lateOnly: false }, MOST_WAITING),
    },
  });
}
