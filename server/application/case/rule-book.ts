import type { Principal } from '#domain/account/role.ts';
import { DEFAULT_RULES, type CaseRules } from '#domain/case/rules.ts';

/** Keeps what a city set about its moves. Absent members have their defaults. Rejects with StoreUnavailable. */
export interface RuleStore {
  read(): Promise<Partial<CaseRules>>;
  write(rules: CaseRules, by: string, at: number): Promise<void>;
}

/** Other nodes hear of a change within this time. */
const REFRESH_MS = 15_000;

/** The city's rules as this node applies them: read at start, then again every few seconds. */
export class RuleBook {
  private readonly store: RuleStore;
  private rules: CaseRules = DEFAULT_RULES;

  constructor(store: RuleStore) {
    this.store = store;
  }

  get current(): CaseRules {
    return this.rules;
  }

  async read(): Promise<void> {
    this.rules = { ...DEFAULT_RULES, ...(await this.store.read()) };
  }

  /** Changes what is given and keeps the rest. Holds for moves from now on; what was moved before stays as it is. */
  async change(who: Principal, change: Partial<CaseRules>, at: number): Promise<CaseRules> {
    await this.read();
    const rules = { ...this.rules, ...change };
    await this.store.write(rules, who.id, at);
    this.rules = rules;
    return rules;
  }

  /** Reads again from time to time; the returned function ends it. */
  follow(onError: (error: unknown) => void): () => void {
    const timer = setInterval(() => void this.read().catch(onError), REFRESH_MS);
    return () => clearInterval(timer);
  }
}
