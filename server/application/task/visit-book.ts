import type { Fix } from '#domain/team/team.ts';

/** Keeps when each unit grid was last visited. Rejects with StoreUnavailable. */
export interface VisitStore {
  read(): Promise<Visit[]>;
  save(visits: readonly Visit[]): Promise<void>;
}

/** `at`: epoch ms. */
export type Visit = { grid: string; team: string; at: number };

const SAVE_MS = 20_000;

/** When collectors on duty were last in each unit grid: noted from positions, saved every few seconds. */
export class VisitBook {
  private readonly visits = new Map<string, Visit>();
  private readonly unsaved = new Set<string>();
  private readonly store: VisitStore;
  private readonly gridOf: (fix: Fix) => string | null;
  private readonly counts: (fix: Fix) => boolean;

  /** @param counts whether a fix is of a collector on duty. */
  constructor(store: VisitStore, gridOf: (fix: Fix) => string | null, counts: (fix: Fix) => boolean) {
    this.store = store;
    this.gridOf = gridOf;
    this.counts = counts;
  }

  async read(): Promise<void> {
    for (const visit of await this.store.read()) this.keep(visit);
  }

  get isEmpty(): boolean {
    return this.visits.size === 0;
  }

  /** Takes visits that no position tells of, such as a demonstration's of the shift before its first start. */
  take(visits: Iterable<Visit>): void {
    for (const visit of visits) if (this.keep(visit)) this.unsaved.add(visit.grid);
  }

  note(fixes: readonly Fix[]): void {
    for (const fix of fixes) {
      if (!this.counts(fix)) continue;
      const grid = this.gridOf(fix);
      if (grid !== null && this.keep({ grid, team: fix.team, at: fix.at })) this.unsaved.add(grid);
    }
  }

  /** When a grid was last visited, epoch ms; null: never. */
  visitedAt(grid: string): number | null {
    return this.visits.get(grid)?.at ?? null;
  }

  async save(): Promise<void> {
    const news = [...this.unsaved].flatMap((grid) => this.visits.get(grid) ?? []);
    if (news.length === 0) return;
    this.unsaved.clear();
    await this.store.save(news).catch((error: unknown) => {
      for (const { grid } of news) this.unsaved.add(grid);
      throw error;
    });
  }

  /** Saves from time to time; the returned function saves a last time and ends it. */
  follow(onError: (error: unknown) => void): () => Promise<void> {
    const timer = setInterval(() => void this.save().catch(onError), SAVE_MS);
    return async () => {
      clearInterval(timer);
      await this.save().catch(onError);
    };
  }

  private keep(visit: Visit): boolean {
    const before = this.visits.get(visit.grid);
    if (before && before.at >= visit.at) return false;
    this.visits.set(visit.grid, visit);
    return true;
  }
}
