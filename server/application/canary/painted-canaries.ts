import type { Principal } from '#domain/account/role.ts';
import type { Painted } from '#wire/screen.ts';

/** An hour is no trip: a page whose clock is not aligned yet says such things. */
const MOST_MS = 3_600_000;

/**
 * Times the probes that screens say they painted, each once a screen. Screens alone count: their number is that of the
 * keys given out, and a person's page may lie hidden.
 *
 * @param onTrip hears from the sending to the glass, ms of real time; `speed` is of the platform's clock.
 */
export function timePaintedCanaries(
  onTrip: (ms: number) => void,
  speed: number,
): (who: Principal, painted: Pick<Painted, 'canary'>) => void {
  const told = new Map<string, number>();
  return (who, { canary }) => {
    if (who.role !== 'screen' || canary == null || told.get(who.id) === canary.no) return;
    told.set(who.id, canary.no);
    const ms = (canary.paintedAt - canary.sentAt) / speed;
    if (ms >= 0 && ms < MOST_MS) onTrip(ms);
  };
}
