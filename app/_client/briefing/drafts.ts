import { MOST_STEPS, type BriefingList, type BriefingStep } from '#domain/briefing/briefing-list.ts';
import type { PlaylistEntry } from '#domain/wall/program.ts';
import type { Scene } from '#domain/wall/scene.ts';
import { newListId, type ListDraft } from './briefing-api.ts';

export function stepOf(scene: Scene): BriefingStep {
  return { scene, note: '', plannedSeconds: null };
}

/** A list to begin with: the scenes that a wall goes through anyway. */
export function newDraft(name: string, playlist: readonly PlaylistEntry[]): ListDraft {
  const steps = playlist.slice(0, MOST_STEPS).map(({ scene }) => stepOf(scene));
  return { id: newListId(), version: 0, name, shared: false, steps };
}

export function draftOf({ id, version, name, shared, steps }: BriefingList): ListDraft {
  return { id, version, name, shared, steps };
}

/** The steps with one of them moved by so many places; the same where it would leave the list. */
export function moved(steps: readonly BriefingStep[], from: number, by: number): readonly BriefingStep[] {
  const to = from + by;
  const step = steps[from];
  if (step === undefined || to < 0 || to >= steps.length) return steps;
  const left = steps.filter((_, index) => index !== from);
  return [...left.slice(0, to), step, ...left.slice(to)];
}

/** What a list is meant to take, seconds; null where no step says so. */
export function plannedOf(steps: readonly BriefingStep[]): number | null {
  const planned = steps.flatMap(({ plannedSeconds }) => plannedSeconds ?? []);
  return planned.length === 0 ? null : planned.reduce((sum, seconds) => sum + seconds, 0);
}

/** 8:12, or 1:08:12. */
export function spanText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3_600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours === 0 ? `${minutes}:${two(whole % 60)}` : `${hours}:${two(minutes)}:${two(whole % 60)}`;
}
