import type { BriefingStore } from '#application/briefing/briefing-store.ts';
import type { BriefingList } from '#domain/briefing/briefing-list.ts';

/** Lists of briefings in memory: the twin of the store in Postgres. */
export class MemoryBriefingStore implements BriefingStore {
  private readonly lists = new Map<string, string>();

  async readable(owner: string, most: number): Promise<BriefingList[]> {
    return this.all()
      .filter((list) => list.owner.id === owner || list.shared)
      .sort((one, other) => other.changedAt - one.changedAt)
      .slice(0, most);
  }

  async get(id: string): Promise<BriefingList | null> {
    return this.all().find((list) => list.id === id) ?? null;
  }

  async count(owner: string): Promise<number> {
    return this.all().filter((list) => list.owner.id === owner).length;
  }

  async put(list: BriefingList, before: number): Promise<boolean> {
    const known = await this.get(list.id);
    if ((known?.version ?? 0) !== before || (known !== null && known.owner.id !== list.owner.id)) return false;
    this.lists.set(list.id, JSON.stringify(list));
    return true;
  }

  async remove(id: string, owner: string): Promise<boolean> {
    return (await this.get(id))?.owner.id === owner && this.lists.delete(id);
  }

  private all(): BriefingList[] {
    return [...this.lists.values()].map((text) => JSON.parse(text) as BriefingList);
  }
}
