import { STAGES, type Phase } from '#domain/case/stage.ts';
import type { CityPicture } from './city-picture.ts';

/** Counts made by the store in one statement, with the log position they hold for. */
export type StoreCounts = {
  position: number;
  open: number;
  byPhase: Partial<Record<Phase, number>>;
  /** Alerts that are not resolved. */
  openAlerts: number;
};

const kept = 4_096;
const fields = STAGES.length + 2;

/**
 * Compares the live picture with the store. The picture's counts are kept for the latest positions, so that the two are
 * compared at the very position the store counted at, however busy the log is.
 */
export class DriftCheck {
  private readonly positions = new Float64Array(kept).fill(-1);
  private readonly counts = new Int32Array(kept * fields);

  /** Call after every entry that the picture took in. */
  note(picture: CityPicture): void {
    const at = picture.position % kept;
    this.positions[at] = picture.position;
    const row = at * fields;
    this.counts.set(picture.byStage, row);
    this.counts[row + STAGES.length] = picture.table.length;
    this.counts[row + STAGES.length + 1] = picture.alerts.size;
  }

  /** How many counts differ; null when the picture's counts at that position are not held (yet, or any more). */
  differences(store: StoreCounts): number | null {
    const at = store.position % kept;
    if (this.positions[at] !== store.position) return null;
    const theirs = [...STAGES.map((stage) => store.byPhase[stage] ?? 0), store.open, store.openAlerts];
    return theirs.filter((count, field) => count !== this.counts[at * fields + field]).length;
  }
}
