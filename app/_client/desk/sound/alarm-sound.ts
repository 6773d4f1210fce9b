import type { AlertStore } from '../../stores/alert-store.ts';
import { ValueStore } from '../../stores/value-store.ts';
import type { Speaker } from './speaker.ts';
import { isTopPriority } from './top-priority.ts';

/**
 * Whether the alarm can be heard. blocked: the browser waits for a click or a key; silent: it was tried and nothing came
 * out; muted: by the officer, until an instant (epoch ms).
 */
export type SoundState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'muted'; readonly until: number };

/** What must not be missed now: how many alerts, and whether it can be heard. */
export type Alarm = { readonly sound: SoundState; readonly ringing: number };

/** Said again this often while nobody has taken it. */
const AGAIN_MS = 30_000;
const LOOK_MS = 1_000;
const KEPT = 'citywall.desk.muted-until';

type Parts = {
  readonly alerts: AlertStore;
  readonly speaker: Speaker;
  /** Server time, epoch ms. */
  readonly now: () => number;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'> | null;
};

/** Sounds for what must not be missed: when it comes, and again until somebody has it or the officer mutes it for a time. */
export class AlarmSound extends ValueStore<Alarm> {
  readonly #parts: Parts;
  readonly #known = new Set<number>();
  #mutedUntil: number;
  #failed = false;
  #rangAt = -Infinity;

  constructor(parts: Parts) {
    super({ sound: { kind: 'blocked' }, ringing: 0 });
    this.#parts = parts;
    this.#mutedUntil = Number(parts.storage?.getItem(KEPT) ?? 0) || 0;
  }

  /** Follows the alerts until the returned function is called. */
  start(): () => void {
    const stop = this.#parts.alerts.subscribe(() => this.#look());
    const timer = setInterval(() => this.#look(), LOOK_MS);
    this.#look();
    return () => {
      stop();
      clearInterval(timer);
    };
  }

  /** Somebody touched the page: from now on it may be heard. */
  async wake(): Promise<void> {
    await this.#parts.speaker.wake();
    this.#look();
  }

  /** Sounds once so that one hears it; whether anything came out. Also when muted: it was asked for. */
  async test(): Promise<boolean> {
    await this.#parts.speaker.wake();
    this.#failed = !(await this.#parts.speaker.sound());
    this.#look();
    return !this.#failed;
  }

  /** Silent for so many minutes; 0 ends it. */
  mute(minutes: number): void {
    this.#mutedUntil = minutes === 0 ? 0 : this.#parts.now() + minutes * 60_000;
    this.#parts.storage?.setItem(KEPT, String(this.#mutedUntil));
    this.#look();
  }

  #state(): SoundState {
    if (this.#mutedUntil > this.#parts.now()) return { kind: 'muted', until: this.#mutedUntil };
    const { state } = this.#parts.speaker;
    if (state === 'blocked') return { kind: 'blocked' };
    return state === 'none' || this.#failed ? { kind: 'silent' } : { kind: 'ready' };
  }

  #look(): void {
    const top = [...this.#parts.alerts.rows.values()].filter(isTopPriority).map(({ id }) => id);
    const isNew = top.some((id) => !this.#known.has(id));
    this.#known.clear();
    for (const id of top) this.#known.add(id);
    const sound = this.#state();
    const before = this.value;
    if (JSON.stringify(before.sound) !== JSON.stringify(sound) || before.ringing !== top.length)
      this.set({ sound, ringing: top.length });
    const again = performance.now() - this.#rangAt >= AGAIN_MS;
    if (top.length > 0 && (isNew || again) && (sound.kind === 'ready' || sound.kind === 'silent')) void this.#ring();
  }

  async #ring(): Promise<void> {
    this.#rangAt = performance.now();
    const failed = !(await this.#parts.speaker.sound());
    if (failed === this.#failed) return;
    this.#failed = failed;
    this.#look();
  }
}
