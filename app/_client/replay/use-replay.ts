'use client';
import { useEffect, useState } from 'react';
import type { Showing } from '#domain/wall/program.ts';
import { usePicture } from '../realtime/PictureProvider.tsx';
import { useTimeZone } from '../realtime/use-time-zone.ts';
import { useWall } from '../panels/wall-context.ts';
import { useStored } from '../stores/use-summary.ts';
import { readFilm } from './read-film.ts';
import { ReplayPlayer, type FilmState, type ReplayMoment } from './replay-player.ts';
import { ValueStore } from '../stores/value-store.ts';

const NOTHING = new ValueStore<FilmState>({ at: 'reading' });

/** The wall's player of past days: plays while a replay stands on it, and reads beforehand for one that comes next. */
export function useReplayPlayer(showing: Showing, next: Showing, place: string): ReplayPlayer {
  const { clock } = usePicture().client.link;
  const zone = useTimeZone();
  const [player, setPlayer] = useState(() => ({ place, player: made(clock, place) }));
  if (player.place !== place) setPlayer({ place, player: made(clock, place) });
  const { scene, startsAt } = showing;
  const { kind, target } = scene;
  useEffect(() => {
    if (kind !== 'replay') return;
    return player.player.play(target === undefined ? { kind } : { kind, target }, startsAt, zone);
  }, [player, kind, target, startsAt, zone]);
  useEffect(() => {
    if (next.scene.kind === 'replay') player.player.prepare(next.scene, next.startsAt, zone);
  }, [player, next, zone]);
  return player.player;
}

function made(clock: { now(): number; readonly speed: number }, place: string): ReplayPlayer {
  return new ReplayPlayer(clock, (span, day) => readFilm(span, day, place));
}

/** How the film of the replay stands. */
export function useFilmState(): FilmState {
  return useStored(useWall().replay?.state ?? NOTHING, 0);
}

/** Calls `read` at every step of the replay. `read` must be stable. */
export function useReplayMoment(read: (moment: ReplayMoment) => void): void {
  const { replay } = useWall();
  useEffect(() => replay?.follow(read), [replay, read]);
}
