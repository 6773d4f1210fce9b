import type { Principal } from '#domain/account/role.ts';
import { DEFAULT_LOAD_LIMITS, type LoadLimits } from '#domain/alert/load-limits.ts';

/** Keeps what a city set about the load of its officers. Absent members have their defaults. Rejects with StoreUnavailable. */
export interface LoadLimitStore {
  read(): Promise<Partial<LoadLimits>>;
  write(limits: LoadLimits, by: string, at: number): Promise<void>;
}

/** Other nodes hear of a change within this time. */
const REFRESH_MS = 15_000;

/** The city's limits as this node applies them: read at start, then again every few seconds. */
export class LoadLimitBook {
  private readonly store: LoadLimitStore;
  private limits: LoadLimits = DEFAULT_LOAD_LIMITS;

  constructor(store: LoadLimitStore) {
    this.store = store;
  }

  get current(): LoadLimits {
    return this.limits;
  }

  async read(): Promise<void> {
    this.limits = { ...DEFAULT_LOAD_LIMITS, ...(await this.store.read()) };
  }

  /** Changes what is given and keeps the rest. */
  async change(who: Principal, change: Partial<LoadLimits>, at: number): Promise<LoadLimits> {
    await this.read();
    const limits = { ...this.limits, ...change };
    await this.store.write(limits, who.id, at);
    this.limits = limits;
    return limits;
  }

  /** Reads again from time to time; the returned function ends it. */
  follow(onError: (error: unknown) => void): () => void {
    const timer = setInterval(() => void this.read().catch(onError), REFRESH_MS);
    return () => clearInterval(timer);
  }
}
