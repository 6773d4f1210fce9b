import { replyDeadlines } from '#domain/alert/reply-deadline.ts';
import type { CaseSummary, RunningClock } from '#domain/case/case.ts';
import type { RestatedClocks } from '#domain/case/restated.ts';
import type { DueDeadline } from '../ports.ts';
import { TimerWheel } from './wheel.ts';

const TICK_MS = 4;
const PER_CASE = 5;
/** The timer of a case's next owed reply. */
const REPLY = 4;
const DAY_MS = 86_400_000;
/** Nearer than this to its end, a wheel is replaced. */
const LEAST_REACH_MS = 60 * DAY_MS;
const THRESHOLD = ['warning', 'timeout'] as const;

/** `replies`: owed and not yet fired, due soonest first; only the first has a timer. */
type Armed = {
  id: number;
  version: number;
  stage: RunningClock | null;
  whole: RunningClock | null;
  replies: DueDeadline[];
};

/** Timer slots of a case: stage warning, stage timeout, whole-case warning, whole-case timeout, next owed reply. */
export class ArmedCases {
  private wheel: TimerWheel;
  private readonly slotOf = new Map<number, number>();
  private readonly free: number[] = [];
  private readonly cases: Armed[] = [];
  /** Deadlines past the wheel's reach, looked at again once an hour. */
  private readonly distant = new Map<number, number>();

  constructor(now: number) {
    this.wheel = wheelAt(now);
  }

  /** Armed deadlines. */
  get size(): number {
    return this.wheel.size + this.distant.size;
  }

  nextAt(): number | null {
    return this.wheel.nextAt();
  }

  /** Arms a case's clocks as they are after a change; an older version than the one known changes nothing. */
  put(summary: CaseSummary): void {
    const { stageClock, wholeClock } = summary;
    const replies = replyDeadlines(summary.id, summary.waits);
    const known = this.slotOf.get(summary.id);
    if (stageClock === null && wholeClock === null && replies.length === 0) {
      if (known !== undefined && this.cases[known]!.version <= summary.version) this.remove(summary.id, known);
      return;
    }
    const slot = known ?? this.allot(summary.id);
    const armed = this.cases[slot]!;
    if (armed.version > summary.version) return;
    armed.version = summary.version;
    armed.stage = stageClock;
    armed.whole = wholeClock;
    armed.replies = replies;
    this.armClocks(slot, armed);
    this.arm(slot * PER_CASE + REPLY, after(replies[0]?.dueAt));
  }

  /** Arms the clocks of a case that a change of calendar moved; one that changed since keeps what it has. */
  restate({ id, version, stageClock, wholeClock }: RestatedClocks): void {
    const slot = this.slotOf.get(id);
    const armed = slot === undefined ? undefined : this.cases[slot];
    if (slot === undefined || armed?.version !== version) return;
    armed.version = version + 1;
    armed.stage = stageClock;
    armed.whole = wholeClock;
    this.armClocks(slot, armed);
  }

  private armClocks(slot: number, { stage, whole }: Armed): void {
    this.arm(slot * PER_CASE, stage?.warnAt ?? null);
    this.arm(slot * PER_CASE + 1, after(stage?.dueAt));
    this.arm(slot * PER_CASE + 2, whole?.warnAt ?? null);
    this.arm(slot * PER_CASE + 3, after(whole?.dueAt));
  }

  /** Collects what has come by `now`. */
  collect(now: number): DueDeadline[] {
    const due: DueDeadline[] = [];
    const replied: number[] = [];
    this.wheel.advance(now, (timer) => {
      if (timer % PER_CASE === REPLY) return void replied.push(timer);
      const deadline = this.describe(timer);
      if (deadline) due.push(deadline);
    });
    for (const timer of replied) due.push(...this.collectReplies(timer, now));
    return due;
  }

  /** Replies late by `now`; the next one of the case is armed. */
  private collectReplies(timer: number, now: number): DueDeadline[] {
    const armed = this.cases[Math.floor(timer / PER_CASE)]!;
    const next = armed.replies.findIndex(({ dueAt }) => dueAt >= now);
    const late = armed.replies.splice(0, next < 0 ? armed.replies.length : next);
    this.arm(timer, after(armed.replies[0]?.dueAt));
    return late;
  }

  /** Arms those distant deadlines that have come into reach; call it at least once a week. */
  refill(now: number): void {
    if (this.wheel.horizon - now < LEAST_REACH_MS) this.renew(now);
    for (const [timer, at] of this.distant) {
      if (at > this.wheel.horizon) continue;
      this.distant.delete(timer);
      this.wheel.arm(timer, at);
    }
  }

  /** A wheel ends 198 days after its origin, and a node runs longer than that: what waits moves to a new one. */
  private renew(now: number): void {
    const old = this.wheel;
    this.wheel = wheelAt(now);
    for (const slot of this.slotOf.values()) {
      for (let timer = slot * PER_CASE; timer < (slot + 1) * PER_CASE; timer++) {
        const at = this.instantOf(timer);
        // What has fired stays fired.
        if (at !== null && old.isArmed(timer)) this.arm(timer, at);
      }
    }
  }

  /** The instant at which a timer fires. */
  private instantOf(timer: number): number | null {
    const deadline = this.describe(timer);
    if (deadline === null) return null;
    return deadline.threshold === 'warning' ? deadline.dueAt : after(deadline.dueAt);
  }

  private describe(timer: number): DueDeadline | null {
    const armed = this.cases[Math.floor(timer / PER_CASE)]!;
    const which = timer % PER_CASE;
    if (which === REPLY) return armed.replies[0] ?? null;
    const clock = which < 2 ? armed.stage : armed.whole;
    const threshold = THRESHOLD[which % 2]!;
    const dueAt = threshold === 'warning' ? clock?.warnAt : clock?.dueAt;
    if (!clock || dueAt == null) return null;
    return { caseId: armed.id, instance: clock.instance, round: clock.round, threshold, dueAt };
  }

  private arm(timer: number, at: number | null): void {
    this.distant.delete(timer);
    if (at === null) this.wheel.cancel(timer);
    else if (at > this.wheel.horizon) {
      this.wheel.cancel(timer);
      this.distant.set(timer, at);
    } else this.wheel.arm(timer, at);
  }

  private allot(id: number): number {
    const slot = this.free.pop() ?? this.cases.length;
    this.cases[slot] = { id, version: 0, stage: null, whole: null, replies: [] };
    this.slotOf.set(id, slot);
    return slot;
  }

  private remove(id: number, slot: number): void {
    for (let timer = slot * PER_CASE; timer < (slot + 1) * PER_CASE; timer++) this.arm(timer, null);
    this.slotOf.delete(id);
    this.free.push(slot);
  }
}

/** A wheel that begins a day back, so that small clock steps do no harm. */
function wheelAt(now: number): TimerWheel {
  const wheel = new TimerWheel(now - DAY_MS, TICK_MS);
  wheel.advance(now, () => undefined);
  return wheel;
}

/** Done at the due instant is still in time, so a timeout comes a millisecond later. */
function after(dueAt: number | null | undefined): number | null {
  return dueAt == null ? null : dueAt + 1;
}
