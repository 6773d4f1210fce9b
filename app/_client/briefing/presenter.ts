import { isHeard } from '#domain/wall/program.ts';
import type { BriefingList } from '#domain/briefing/briefing-list.ts';
import type { StandingWall } from '#domain/wall/standing.ts';
import { ValueStore } from '../stores/value-store.ts';

/** One act on one wall; resolves whether the wall took it. `leaving`: the page goes, nobody waits for the answer. */
export type ActOnWall = (wall: string, act: object, leaving?: boolean) => Promise<boolean>;

/**
 * How a briefing stands. `at`: the step on the walls, from 0. `missed`: walls that did not take the last act. Instants
 * are of this page's own clock, ms.
 */
export type Presenting = {
  list: BriefingList;
  walls: readonly string[];
  at: number;
  sending: boolean;
  missed: readonly string[];
  startedAt: number;
  stepAt: number;
};

/** The presenter says this often that he is still there: four times within the lease of a wall. */
const KEEP_MS = 45_000;

/** Steps walls through a list. Acts go out one after another; of steps asked for meanwhile only the last is shown. */
export class Presenter extends ValueStore<Presenting | null> {
  readonly #act: ActOnWall;
  readonly #now: () => number;
  readonly #keepMs: () => number;
  #wanted: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param speed how much faster than the page's the server's clock runs: leases are of the server's. */
  constructor(act: ActOnWall, now: () => number, speed: () => number = () => 1) {
    super(null);
    this.#act = act;
    this.#now = now;
    this.#keepMs = () => Math.max(1_000, KEEP_MS / speed());
  }

  start(list: BriefingList, walls: readonly string[], at = 0): Promise<void> {
    const now = this.#now();
    this.set({ list, walls, at, sending: false, missed: [], startedAt: now, stepAt: now });
    this.#keepLater();
    return this.go(at);
  }

  /** Puts a step on all walls. Steps beyond the list are left alone. */
  async go(at: number): Promise<void> {
    const before = this.value;
    if (before === null || at < 0 || at >= before.list.steps.length) return;
    this.set({ ...before, at, stepAt: at === before.at ? before.stepAt : this.#now() });
    this.#wanted = at;
    if (before.sending) return;
    while (this.#wanted !== null && this.value !== null) await this.#send(this.value);
  }

  next(): Promise<void> {
    return this.go((this.value?.at ?? 0) + 1);
  }

  back(): Promise<void> {
    return this.go((this.value?.at ?? 0) - 1);
  }

  /** Every wall goes back to what it showed; the briefing ends also where one could not be told: its lease runs out. */
  async giveBack(leaving = false): Promise<void> {
    const before = this.value;
    clearTimeout(this.#timer);
    this.#wanted = null;
    this.set(null);
    await Promise.all(before?.walls.map((wall) => this.#act(wall, { act: 'give-back', own: true }, leaving)) ?? []);
  }

  /** The walls stay on this step's scene when they are given back, until somebody lets them go on. */
  async hold(wall: string, on: boolean): Promise<boolean> {
    const scene = this.value?.list.steps[this.value.at]?.scene;
    return this.#act(wall, on ? { act: 'hold', scene } : { act: 'resume' });
  }

  async #send(before: Presenting): Promise<void> {
    this.#wanted = null;
    const { list, walls, at } = before;
    const step = list.steps[at];
    if (step === undefined) return;
    this.set({ ...before, sending: true });
    const act = { act: 'present', scene: step.scene, step: at + 1, of: list.steps.length };
    const took = await Promise.all(walls.map((wall) => this.#act(wall, act)));
    // Given back meanwhile: the step that was on its way then must not stay on the walls.
    if (this.value === null) {
      await Promise.all(walls.map((wall) => this.#act(wall, { act: 'give-back', own: true })));
      return;
    }
    const missed = walls.filter((_, index) => took[index] !== true);
    this.set({ ...this.value, sending: false, missed });
  }

  #keepLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const walls = this.value?.walls ?? [];
      void Promise.all(walls.map((wall) => this.#act(wall, { act: 'keep' }))).finally(() => {
        if (this.value !== null) this.#keepLater();
      });
    }, this.#keepMs());
  }
}

/** How a wall stands to a presenter: shows his step, another's briefing, or its own program. */
export type Following = { how: 'follows'; step: number } | { how: 'other'; name: string } | { how: 'own' };

/** @param now server time, epoch ms. */
export function followingOf(
  { program: { presented } }: Pick<StandingWall, 'program'>,
  me: string,
  now: number,
): Following {
  if (presented === null || !isHeard(presented, now)) return { how: 'own' };
  if (presented.by.id === me) return { how: 'follows', step: presented.step };
  return { how: 'other', name: presented.by.name };
}
