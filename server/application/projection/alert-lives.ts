import type { Alert, AlertKey } from '#domain/alert/alert.ts';
import type { AlertLife } from '#domain/alert/load.ts';
import type { ScopePlaces } from './place-scope.ts';

/** An alert's life with where it was: ordinal of its place, code of the department that had its case. */
export type PlacedLife = AlertLife & { readonly place: number; readonly department: string | null };

/** What is read back at start of an alert that was raised lately. */
export type StoredLife = AlertKey & {
  readonly id: number;
  readonly dueAt: number;
  readonly resolvedAt: number | null;
  readonly districtCode: string | null;
  readonly subdistrictCode: string | null;
  readonly department: string | null;
};

/** Lives are kept a little longer than any span that they are told over. */
const KEPT_MS = 25 * 3_600_000;
const PRUNE_FROM = 4_096;

/** The lives of the alerts that were raised within the last day, from the log. */
export class AlertLives {
  private readonly lives = new Map<number, PlacedLife>();
  private pruneAt = PRUNE_FROM;

  get size(): number {
    return this.lives.size;
  }

  /** Takes an alert as it is now. `placed` null: nothing is known of its case any more. */
  note(
    alert: Pick<Alert, 'id' | 'caseId' | 'instance' | 'threshold' | 'dueAt' | 'resolvedAt'>,
    placed: Pick<PlacedLife, 'place' | 'department'> | null,
  ): void {
    const known = this.lives.get(alert.id);
    const where = placed ?? known;
    if (where === undefined || where === null) return;
    const { place, department } = known ?? where;
    // One clock is one whatever its round: that it comes again and again is what chatters.
    const clock = `${alert.caseId}/${alert.instance}/${alert.threshold}`;
    // What is caught up after a stop counts where it belongs: when its instant was reached.
    this.lives.set(alert.id, { clock, raisedAt: alert.dueAt, endedAt: alert.resolvedAt, place, department });
    if (this.lives.size > this.pruneAt) this.prune(alert.dueAt);
  }

  /** Those of a scope that were raised after an instant (epoch ms). */
  of(scope: ScopePlaces, since: number): PlacedLife[] {
    return [...this.lives.values()].filter(
      ({ raisedAt, place, department }) => raisedAt > since && scope.sees(place, department),
    );
  }

  private prune(now: number): void {
    for (const [id, { raisedAt }] of this.lives) if (raisedAt < now - KEPT_MS) this.lives.delete(id);
    this.pruneAt = Math.max(PRUNE_FROM, this.lives.size * 2);
  }
}
