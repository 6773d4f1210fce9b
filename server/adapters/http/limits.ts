import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ProblemError } from './problem-error.ts';

/** How often one caller may do something: `points` in `seconds`. */
export type Rate = { points: number; seconds: number };

/** Generous where machines send, narrow where somebody guesses. */
export type Rates = {
  /** Batches of one ingest key. */
  ingest: Rate;
  /** Requests of one person or screen. */
  caller: Rate;
  /** Requests with an unknown key from one address. */
  badKey: Rate;
  /** Attempts to sign in from one address. */
  signIn: Rate;
  /** Codes for new screens from one address: a whole wall's screens may start at once behind it. */
  screenCode: Rate;
  /** Questions whether a code was approved, from one address. */
  screenToken: Rate;
  /** Codes that one person types. */
  userCode: Rate;
  /** Lines about what one person is refused of one operation: a page that asks again and again is one refusal. */
  denied: Rate;
};

export const defaultRates: Rates = {
  ingest: { points: 2000, seconds: 10 },
  caller: { points: 600, seconds: 10 },
  badKey: { points: 60, seconds: 60 },
  signIn: { points: 60, seconds: 60 },
  screenCode: { points: 60, seconds: 60 },
  screenToken: { points: 600, seconds: 60 },
  userCode: { points: 30, seconds: 60 },
  denied: { points: 1, seconds: 600 },
};

export type Limits = Record<keyof Rates, Limit>;

/** Counts how often each caller did something, in this process's memory. */
export class Limit {
  private readonly limiter: RateLimiterMemory;

  constructor({ points, seconds }: Rate) {
    this.limiter = new RateLimiterMemory({ points, duration: seconds });
  }

  /**
   * Counts one.
   *
   * @throws ProblemError too-many-requests, with the seconds to wait.
   */
  async take(caller: string): Promise<void> {
    try {
      await this.limiter.consume(caller);
    } catch (refused) {
      if (refused instanceof RateLimiterRes) throw tooMany(refused);
      throw refused;
    }
  }

  /** Counts one, and says whether there is room for it. */
  async allows(caller: string): Promise<boolean> {
    try {
      await this.limiter.consume(caller);
      return true;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return false;
      throw refused;
    }
  }

  /**
   * Refuses without counting.
   *
   * @throws ProblemError too-many-requests.
   */
  async check(caller: string): Promise<void> {
    const state = await this.limiter.get(caller);
    if (state !== null && state.remainingPoints <= 0) throw tooMany(state);
  }

  /** Forgets what was counted. */
  async clear(caller: string): Promise<void> {
    await this.limiter.delete(caller);
  }
}

export function createLimits(rates: Partial<Rates> = {}): Limits {
  const all = { ...defaultRates, ...rates };
  return {
    ingest: new Limit(all.ingest),
    caller: new Limit(all.caller),
    badKey: new Limit(all.badKey),
    signIn: new Limit(all.signIn),
    screenCode: new Limit(all.screenCode),
    screenToken: new Limit(all.screenToken),
    userCode: new Limit(all.userCode),
    denied: new Limit(all.denied),
  };
}

function tooMany({ msBeforeNext }: RateLimiterRes): ProblemError {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new ProblemError('too-many-requests', `come back in ${seconds} s`, {}, seconds);
}
