import type { StoreCounts } from '#application/projection/drift-check.ts';
import type { LiveCore } from './live-core.ts';

/** Between two checks, and between a check that found a difference and the one that confirms it. */
const checkSeconds = 30;
const confirmSeconds = 1;
/** Entries read back from the store may carry newer cases than their own, so one difference proves nothing. */
const confirmations = 3;

/** Compares the picture with the store every 30 seconds and counts what differs and stays different. */
export class DriftWatch {
  /** Differences found since start: must stay 0. */
  total = 0;
  private readonly storeCounts: () => Promise<StoreCounts>;
  private readonly onFault: (what: string, error: unknown) => void;
  private waitSeconds = checkSeconds;
  private counted: StoreCounts | null = null;
  private asking = false;
  private inRow = 0;

  constructor(storeCounts: () => Promise<StoreCounts>, onFault: (what: string, error: unknown) => void) {
    this.storeCounts = storeCounts;
    this.onFault = onFault;
  }

  /** Call once a second. 'drifted' when a difference has been confirmed. */
  second(core: LiveCore): 'drifted' | 'fine' {
    if (this.counted) return this.compare(core, this.counted);
    this.waitSeconds--;
    if (this.waitSeconds <= 0 && !this.asking) void this.ask();
    return 'fine';
  }

  private async ask(): Promise<void> {
    this.asking = true;
    try {
      this.counted = await this.storeCounts();
    } catch (error) {
      this.onFault('the store could not be counted', error);
      this.waitSeconds = checkSeconds;
    }
    this.asking = false;
  }

  private compare(core: LiveCore, counted: StoreCounts): 'drifted' | 'fine' {
    // The picture has not come that far yet: compare when it has.
    if (core.picture.position < counted.position) return 'fine';
    this.counted = null;
    const differences = core.drift.differences(counted);
    if (differences === null || differences === 0) {
      this.inRow = 0;
      this.waitSeconds = checkSeconds;
      return 'fine';
    }
    this.waitSeconds = confirmSeconds;
    this.inRow++;
    if (this.inRow < confirmations) return 'fine';
    this.inRow = 0;
    this.waitSeconds = checkSeconds;
    this.total += differences;
    this.onFault(`the picture differs from the store in ${differences} counts at position ${counted.position}`, null);
    return 'drifted';
  }
}
