/** How many wrong tries lock for how long. Ms. */
export type LockRules = { readonly tries: number; readonly lockMs: number };

/** Wrong tries of one account or from one address. Instants in epoch ms. */
export type Tries = { failures: number; since: number; lockedUntil: number | null };

/** Tries from one address may be of many people behind it. */
export const ADDRESS_TIMES = 6;

/** Until when nobody may try, epoch ms; null when one may. */
export function lockedUntil(tries: Tries | null, now: number): number | null {
  return tries !== null && tries.lockedUntil !== null && tries.lockedUntil > now ? tries.lockedUntil : null;
}

/** The same after one more wrong try. What is older than a lock would last is forgotten; a lock that stands stays. */
export function afterFailure(tries: Tries | null, rules: LockRules, now: number): Tries {
  if (tries !== null && lockedUntil(tries, now) !== null) return tries;
  // A lock that has ended begins a new count.
  const counts = tries !== null && tries.lockedUntil === null && now - tries.since < rules.lockMs;
  const failures = (counts ? tries.failures : 0) + 1;
  return {
    failures,
    since: counts ? tries.since : now,
    lockedUntil: failures >= rules.tries ? now + rules.lockMs : null,
  };
}
