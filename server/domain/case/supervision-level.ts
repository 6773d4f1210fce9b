import { POST_LEVELS, type Post, type PostLevel } from '#domain/account/post.ts';
import type { Role } from '#domain/account/role.ts';
import { hourMs } from '#domain/calendar/dates.ts';
import type { Supervision } from './supervision.ts';

/** Who supervises. A source runs the cases that it reported itself, and supervises them at any level. */
export const SUPERVISORS = ['duty-officer', 'leader'] as const satisfies readonly Role[];

/** One level of supervision 督办, weightier than those before it in the city's list; levels count from 1. */
export type SupervisionLevel = {
  zh: string;
  en: string;
  /** On which platforms a post raises it: on this level's and those above it; null: on none. */
  from: Record<(typeof SUPERVISORS)[number], PostLevel | null>;
  /** Within so many hours by the clock a reply is demanded, whoever raises it; null: who raises it says whether and when. */
  replyHours: number | null;
};

export const MOST_LEVELS = 9;

/**
 * The standards name no levels: these are one city's words. A leader goes one further than the duty officer of the same
 * platform, and the city's platform one further than those below it.
 */
export const USUAL_LEVELS: readonly SupervisionLevel[] = [
  { zh: '一般督办', en: 'routine', from: { 'duty-officer': 'subdistrict', leader: 'subdistrict' }, replyHours: null },
  { zh: '重点督办', en: 'priority', from: { 'duty-officer': 'city', leader: 'subdistrict' }, replyHours: null },
  { zh: '挂牌督办', en: 'listed', from: { 'duty-officer': null, leader: 'city' }, replyHours: null },
];

type Levels = readonly SupervisionLevel[];

/** The levels at which a post may supervise, lowest first. */
export function levelsFor({ role, level }: Pick<Post, 'role' | 'level'>, levels: Levels): number[] {
  const reach = POST_LEVELS.indexOf(level);
  return levels.flatMap(({ from }, index) => {
    const lowest = Object.entries(from).find(([name]) => name === role)?.[1] ?? null;
    const may = role === 'source' || (lowest !== null && reach <= POST_LEVELS.indexOf(lowest));
    return may ? [index + 1] : [];
  });
}

/**
 * The level meant where none is named: the next above what the case is under already, as far as the post may go. A
 * second supervision is raised because the first one did not help. Null where the post may supervise at none.
 */
export function usualLevel(
  supervisions: readonly Pick<Supervision, 'level' | 'liftedAt'>[],
  post: Pick<Post, 'role' | 'level'>,
  levels: Levels,
): number | null {
  const allowed = levelsFor(post, levels);
  const standing = supervisions.filter(({ liftedAt }) => liftedAt === null).map(({ level }) => level);
  return allowed.find((level) => level > Math.max(0, ...standing)) ?? allowed.at(-1) ?? null;
}

/** What a level is called; one that the city has no more, or that another system gave, goes by its number. */
export function levelName(level: number, levels: Levels): { zh: string; en: string } {
  return levels[level - 1] ?? { zh: `${level}级督办`, en: `level ${level}` };
}

/** By when a reply is demanded (epoch ms): the instant that was said, or the level's own where that is earlier. */
export function replyDemanded(level: number, said: number | null, at: number, levels: Levels): number | null {
  const hours = levels[level - 1]?.replyHours ?? null;
  if (hours === null) return said;
  return Math.min(said ?? Number.POSITIVE_INFINITY, at + hours * hourMs);
}
