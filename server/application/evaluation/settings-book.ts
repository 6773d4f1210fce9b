import type { Principal } from '#domain/account/role.ts';
import {
  changedSettings,
  defaultSettings,
  type EvaluationSettings,
  type SettingsChange,
} from '#domain/indicator/settings.ts';

/** Keeps how a city reads its figures. Absent members have their defaults. Rejects with StoreUnavailable. */
export interface SettingsStore {
  read(): Promise<SettingsChange>;
  write(settings: EvaluationSettings, by: string, at: number): Promise<void>;
}

/** Other nodes hear of a change within this time. */
const REFRESH_MS = 15_000;

/** The city's choices as this node applies them: read at start, then again every few seconds. */
export class SettingsBook {
  private readonly store: SettingsStore;
  private settings: EvaluationSettings = defaultSettings;

  constructor(store: SettingsStore) {
    this.store = store;
  }

  get current(): EvaluationSettings {
    return this.settings;
  }

  async read(): Promise<void> {
    const stored = await this.store.read();
    // A stored choice that this release does not have any more falls back to its default; the others hold.
    const parts: SettingsChange[] = [
      ...Object.entries(stored.choices ?? {}).map(([name, choice]) => ({ choices: { [name]: choice } })),
      ...(stored.grades ? [{ grades: stored.grades }] : []),
      ...(stored.leastSample === undefined ? [] : [{ leastSample: stored.leastSample }]),
    ];
    this.settings = parts.reduce(taken, defaultSettings);
  }

  /**
   * Changes what is given and keeps the rest; every figure asked for from now on is read so, of whatever span. Rejects
   * with RangeError for an unknown choice and for bounds that do not fall, and with StoreUnavailable.
   */
  async change(who: Principal, change: SettingsChange, at: number): Promise<EvaluationSettings> {
    await this.read();
    const settings = changedSettings(this.settings, change);
    await this.store.write(settings, who.id, at);
    this.settings = settings;
    return settings;
  }

  /** Reads again from time to time; the returned function ends it. */
  follow(onError: (error: unknown) => void): () => void {
    const timer = setInterval(() => void this.read().catch(onError), REFRESH_MS);
    return () => clearInterval(timer);
  }
}

function taken(settings: EvaluationSettings, part: SettingsChange): EvaluationSettings {
  try {
    return changedSettings(settings, part);
  } catch (error) {
    if (error instanceof RangeError) return settings;
    throw error;
  }
}
