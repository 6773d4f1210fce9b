import type { StandingWall } from '#domain/wall/standing.ts';

/** Keeps walls. Rejects with StoreUnavailable. */
export interface WallStore {
  all(): Promise<StandingWall[]>;
  /** Stores a wall in place of version `before` (0: none). False when another version stands there: nothing is stored. */
  put(wall: StandingWall, before: number, by: string, at: number): Promise<boolean>;
  remove(id: string): Promise<boolean>;
}

/** Tells the other nodes that walls have changed. Forgettable: they read again by themselves. */
export interface WallShare {
  share(): void;
  onChange(listener: () => void): () => void;
}
