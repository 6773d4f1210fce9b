import type { ScreenRow, ScreenStore } from '#application/screen/screen-port.ts';
import type { KeptPicture } from '#application/screen/screen-port.ts';

/** What a screen is made with, before it told anything. */
export type NewScreen = Pick<ScreenRow, 'wall' | 'screen' | 'scope' | 'label' | 'approvedBy'> & { key: string };

/** Screens in memory: the twin of the store in Postgres, for tests. */
export class MemoryScreenStore implements ScreenStore {
  private readonly rows = new Map<string, ScreenRow & { key: string }>();
  private readonly pictures = new Map<string, KeptPicture>();
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  /** Hangs a screen; one that hangs there already gets the new key. */
  hang({ key, ...given }: NewScreen): void {
    const id = `${given.wall}/${given.screen}`;
    const none = { revokedAt: null, patternUntil: null, report: null, pictureAt: null };
    this.rows.set(id, { ...none, ...given, id, key, keyedAt: this.now() });
  }

  async list(): Promise<ScreenRow[]> {
    return [...this.rows.values()]
      .map(({ key: _key, ...row }) => ({ ...row, pictureAt: this.pictures.get(row.id)?.paintedAt ?? null }))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  }

  async inForce(ids: readonly string[]) {
    return [...this.rows.values()]
      .filter(({ id, revokedAt }) => ids.includes(id) && revokedAt === null)
      .map(({ id, key, label, patternUntil }) => ({ id, key, label, patternUntil }));
  }

  async rename(id: string, label: string): Promise<boolean> {
    return this.change(id, { label });
  }

  async setPattern(id: string, until: number | null): Promise<boolean> {
    return this.change(id, { patternUntil: until });
  }

  async revoke(id: string): Promise<boolean> {
    return this.rows.get(id)?.revokedAt === null && this.change(id, { revokedAt: this.now() });
  }

  async saveReports(node: string, reports: Parameters<ScreenStore['saveReports']>[1]): Promise<void> {
    for (const { id, seenAt, leftAt, painted } of reports) {
      if ((this.rows.get(id)?.report?.seenAt ?? -Infinity) <= seenAt)
        this.change(id, { report: { seenAt, leftAt, node, painted } });
    }
  }

  async savePicture(id: string, picture: KeptPicture): Promise<void> {
    if (this.rows.has(id)) this.pictures.set(id, picture);
  }

  async picture(id: string): Promise<KeptPicture | null> {
    return this.pictures.get(id) ?? null;
  }

  private change(id: string, change: Partial<ScreenRow>): boolean {
    const row = this.rows.get(id);
    if (row === undefined) return false;
    this.rows.set(id, { ...row, ...change });
    return true;
  }
}
