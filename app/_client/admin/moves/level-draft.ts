import type { PostLevel } from '#domain/account/post.ts';
import { SUPERVISORS, type SupervisionLevel } from '#domain/case/supervision-level.ts';

/** A level of supervision as it is being edited: hours as they were typed, empty for none. */
export type LevelDraft = Pick<SupervisionLevel, 'zh' | 'en' | 'from'> & { replyHours: string };

export const REPLY_HOURS = { least: 1, most: 720 };

export function levelDraftOf({ zh, en, from, replyHours }: SupervisionLevel): LevelDraft {
  return { zh, en, from, replyHours: replyHours === null ? '' : String(replyHours) };
}

/** The hours that a text is: null for none, NaN where it is no number that they may be. */
export function hoursOf(text: string): number | null {
  const typed = text.trim();
  if (typed === '') return null;
  const hours = /^\d{1,3}$/u.test(typed) ? Number(typed) : Number.NaN;
  return hours >= REPLY_HOURS.least && hours <= REPLY_HOURS.most ? hours : Number.NaN;
}

/** The level that a draft is; null while one of its names is missing or its hours are none. */
export function levelOf({ zh, en, from, replyHours }: LevelDraft): SupervisionLevel | null {
  const hours = hoursOf(replyHours);
  if (zh.trim() === '' || en.trim() === '' || Number.isNaN(hours)) return null;
  return { zh: zh.trim(), en: en.trim(), from: { ...from }, replyHours: hours };
}

/** A level above those that are there: raised by leaders of the city until somebody says otherwise. */
export function anotherLevel(): LevelDraft {
  const nobody = Object.fromEntries(SUPERVISORS.map((role) => [role, null])) as Record<
    (typeof SUPERVISORS)[number],
    PostLevel | null
  >;
  return { zh: '', en: '', from: { ...nobody, leader: 'city' }, replyHours: '' };
}
