import type { Post, PostLevel } from '#domain/account/post.ts';
import type { Role } from '#domain/account/role.ts';
import type { Supervision } from './supervision.ts';

/** Levels of supervision 督办, each weightier than the one before. The standards name none: these are one city's words. */
export const SUPERVISION_LEVELS = [
  { level: 1, zh: '一般督办', en: 'routine' },
  { level: 2, zh: '重点督办', en: 'priority' },
  { level: 3, zh: '挂牌督办', en: 'listed' },
] as const;
export const HIGHEST_LEVEL = SUPERVISION_LEVELS.length;

/**
 * Up to which level a post supervises: a leader goes one further than the duty officer of the same platform, and the
 * city's platform one further than those below it. A source runs the cases that it reported itself. A role that is not
 * named supervises at no level.
 */
const HIGHEST: Partial<Record<Role, Record<PostLevel, number>>> = {
  'duty-officer': { subdistrict: 1, district: 1, city: 2 },
  leader: { subdistrict: 2, district: 2, city: 3 },
  source: { subdistrict: 3, district: 3, city: 3 },
};

/** The highest level at which a post may supervise; 0 where it may not at all. */
export function highestLevel({ role, level }: Pick<Post, 'role' | 'level'>): number {
  return HIGHEST[role]?.[level] ?? 0;
}

/**
 * The level meant where none is named: 1, or one above what the case is under already, as far as the post may go. A
 * second supervision is raised because the first one did not help.
 */
export function usualLevel(supervisions: readonly Pick<Supervision, 'level' | 'liftedAt'>[], post: Post): number {
  const standing = supervisions.filter(({ liftedAt }) => liftedAt === null).map(({ level }) => level);
  return Math.max(1, Math.min(Math.max(0, ...standing) + 1, highestLevel(post)));
}

/** What a level is called; one that an older or another system gave goes by its number. */
export function levelName(level: number): { zh: string; en: string } {
  return SUPERVISION_LEVELS.find((one) => one.level === level) ?? { zh: `${level}级督办`, en: `level ${level}` };
}
