import type { StandingWall } from '#domain/wall/standing.ts';
import type { WallShare, WallStore } from './wall-store.ts';

/** Other nodes hear of a change at once through the share, and within this time without it. */
const REFRESH_MS = 2_000;
const MOST_TRIES = 5;

export type WallBookParts = {
  store: WallStore;
  share?: WallShare | undefined;
  now: () => number;
  onChange: () => void;
  onError: (error: unknown) => void;
};

/** The walls as this node knows them: read at start, on every change and from time to time. */
export class WallBook {
  private readonly parts: WallBookParts;
  private walls = new Map<string, StandingWall>();

  constructor(parts: WallBookParts) {
    this.parts = parts;
  }

  get all(): StandingWall[] {
    return [...this.walls.values()];
  }

  get(id: string): StandingWall | null {
    return this.walls.get(id) ?? null;
  }

  /** Rejects with StoreUnavailable. */
  async read(): Promise<void> {
    const read = new Map((await this.parts.store.all()).map((each) => [each.wall.id, each]));
    const changed =
      read.size !== this.walls.size || [...read].some(([id, { version }]) => this.walls.get(id)?.version !== version);
    this.walls = read;
    if (changed) this.parts.onChange();
  }

  /**
   * Makes a wall another one and stores it. `change` gets the newest version (null: no such wall yet), returns null to
   * leave it as it is, and may be asked again when somebody else was faster. Resolves to what stands then.
   */
  async change(
    id: string,
    by: string,
    change: (before: StandingWall | null) => Omit<StandingWall, 'version'> | null,
  ): Promise<StandingWall | null> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const before = this.get(id);
      const next = change(before);
      if (next === null) return before;
      const stored = { ...next, version: (before?.version ?? 0) + 1 };
      if (await this.parts.store.put(stored, before?.version ?? 0, by, this.parts.now())) {
        this.walls.set(id, stored);
        this.tell();
        return stored;
      }
      await this.read();
    }
    throw new Error(`the wall ${id} changes faster than it can be changed`);
  }

  async remove(id: string): Promise<boolean> {
    const removed = await this.parts.store.remove(id);
    this.walls.delete(id);
    this.tell();
    return removed;
  }

  /** Reads again when another node says so and from time to time; the returned function ends it. */
  follow(): () => void {
    const look = (): void => void this.read().catch(this.parts.onError);
    const timer = setInterval(look, REFRESH_MS);
    const stop = this.parts.share?.onChange(look);
    return () => {
      clearInterval(timer);
      stop?.();
    };
  }

  private tell(): void {
    this.parts.onChange();
    this.parts.share?.share();
  }
}
