import { dayMs, hourMs } from '#domain/calendar/dates.ts';
import { openZone } from '#domain/calendar/zone.ts';

/** By when a reply may be demanded. */
export type ReplyChoice = { readonly name: 'today' | 'day' | 'threeDays'; readonly at: number };

const CLOSE_OF_DAY_H = 18;

/** Choices for a demanded reply from `now` (epoch ms): today 18:00 in the city's zone while that is to come, 24 h, 3 days. */
export function replyChoices(now: number, timeZone: string): ReplyChoice[] {
  const zone = openZone(timeZone);
  const local = now + zone.offsetAt(now);
  const today = zone.instantOf(Math.floor(local / dayMs) * dayMs + CLOSE_OF_DAY_H * hourMs);
  const at = Math.round(now);
  const choices: ReplyChoice[] = [
    { name: 'day', at: at + dayMs },
    { name: 'threeDays', at: at + 3 * dayMs },
  ];
  return today > now ? [{ name: 'today', at: today }, ...choices] : choices;
}

/** The choice that an instant was made from: time has passed since. Null where none was made. */
export function chosenReply(replyBy: number | null, choices: readonly ReplyChoice[]): ReplyChoice['name'] | null {
  if (replyBy === null) return null;
  const exact = choices.find(({ at }) => at === replyBy);
  if (exact !== undefined) return exact.name;
  return choices.find(({ name, at }) => name !== 'today' && replyBy <= at)?.name ?? null;
}
