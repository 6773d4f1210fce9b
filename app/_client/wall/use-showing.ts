'use client';
import { useEffect, useMemo, useState } from 'react';
import { minutesOf } from '#domain/wall/minute-of-day.ts';
import { showAt, type Program, type Showing } from '#domain/wall/program.ts';
import { sceneKey } from '#domain/wall/scene.ts';
import { usePicture } from '../realtime/PictureProvider.tsx';
import { useTimeZone } from '../realtime/use-time-zone.ts';

const MINUTE_MS = 60_000;
const LONGEST_MS = 30_000;
const SOONEST_MS = 4;

/** What this screen shows by a program on the server's clock; anew at every change, at the instant it was set for. */
export function useShowing(program: Program, screen: string | null, aheadMs = 0): Showing {
  const { clock } = usePicture().client.link;
  const zone = useTimeZone();
  const minuteOfDay = useMemo(() => minutesOf(zone), [zone]);
  const [showing, setShowing] = useState<Showing>(() => showAt(program, clock.now() + aheadMs, screen, minuteOfDay));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = (): void => {
      const now = clock.now() + aheadMs;
      const next = showAt(program, now, screen, minuteOfDay);
      setShowing((before) => (isSame(before, next) ? before : next));
      const wait = (nextLook(program, next, now) - now) / clock.speed;
      timer = setTimeout(look, Math.min(LONGEST_MS, Math.max(SOONEST_MS, wait)));
    };
    look();
    return () => clearTimeout(timer);
  }, [program, screen, aheadMs, minuteOfDay, clock]);
  return showing;
}

/** The next instant at which something else may be shown. Hours of the day begin on full minutes. */
export function nextLook(program: Program, showing: Showing, now: number): number {
  const instants = [
    showing.endsAt,
    ...program.pushes.flatMap(({ from, until }) => [from, until]),
    program.hold?.from ?? null,
    program.presented?.from ?? null,
    program.presented?.until ?? null,
    program.playlist.some(({ hours }) => hours !== undefined) ? (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS : null,
  ].filter((instant): instant is number => instant !== null && instant > now);
  return Math.min(...instants, now + LONGEST_MS);
}

function isSame(one: Showing, other: Showing): boolean {
  return (
    sceneKey(one.scene) === sceneKey(other.scene) &&
    one.startsAt === other.startsAt &&
    one.endsAt === other.endsAt &&
    one.why === other.why &&
    one.by?.name === other.by?.name &&
    one.screens?.join() === other.screens?.join()
  );
}
