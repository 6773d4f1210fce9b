import type { WallStore } from '#application/wall/wall-store.ts';
import type { StandingWall } from '#domain/wall/standing.ts';

/** Walls in memory: the twin of the store in Postgres. */
export class MemoryWallStore implements WallStore {
  private readonly walls = new Map<string, string>();

  all(): Promise<StandingWall[]> {
    return Promise.resolve([...this.walls.values()].map((text) => JSON.parse(text) as StandingWall));
  }

  async put(wall: StandingWall, before: number): Promise<boolean> {
    const known = this.walls.get(wall.wall.id);
    const version = known === undefined ? 0 : (JSON.parse(known) as StandingWall).version;
    if (version !== before) return false;
    this.walls.set(wall.wall.id, JSON.stringify(wall));
    return true;
  }

  remove(id: string): Promise<boolean> {
    return Promise.resolve(this.walls.delete(id));
  }
}
