import type { HandoverHead } from '#wire/http/handover.ts';

/** What was handed over longer ago than this and never signed for waits for nobody any more. */
const WAITS_MS = 24 * 3_600_000;

/** Handovers that wait for the second name, which somebody may give: newest first. */
export function toBeSigned(handovers: readonly HandoverHead[], now: number): HandoverHead[] {
  return handovers.filter(({ comes, mine, at }) => comes === null && !mine && at > now - WAITS_MS);
}

/** The one that somebody's shift started from: they signed it and have not put it away. */
export function startedFrom(handovers: readonly HandoverHead[], me: string): HandoverHead | null {
  return handovers.find(({ comes, putAwayAt }) => comes?.id === me && putAwayAt === null) ?? null;
}
