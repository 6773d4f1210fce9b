import type { Actor } from '#domain/account/role.ts';
import type { CaseState, StageInstance, WholeClock } from './case.ts';
import { isPaused } from './request.ts';
import type { RequestKind } from './request-kind.ts';
import type { End, Stage } from './stage.ts';

/** Changes of a state that is being folded: stages entered and left, clocks held and let go. All write into `state`. */

/** Leaves the stage the case is in and enters another. Requests about the stage it leaves lapse. */
export function enterStage(
  state: CaseState,
  stage: Stage,
  at: number,
  by: Actor,
  holder: string,
  limit: StageInstance['limit'],
): void {
  resume(state, at);
  lapse(state, at, (kind) => kind !== 'void' && kind !== 'appeal');
  leaveStage(state, at, by);
  const no = (state.instances.at(-1)?.no ?? 0) + 1;
  const next: StageInstance = {
    no,
    stage,
    round: 0,
    enteredAt: at,
    leftAt: null,
    holder,
    limit,
    dueGiven: null,
    extensions: [],
    pauses: [],
  };
  state.instances = [...state.instances, next];
  state.phase = stage;
  state.endedAt = null;
  if (state.whole?.stoppedAt != null) state.whole = { ...state.whole, stoppedAt: null, round: state.whole.round + 1 };
}

/** 返工: back to the same department with a new disposal clock; what was late stays late in its own instance. */
export function reworkAgain(state: CaseState, at: number, by: Actor, limit: StageInstance['limit']): void {
  state.counts.rework += 1;
  enterStage(state, 'dispose', at, by, state.department ?? 'department', limit ?? state.disposalLimit);
}

export function endCase(state: CaseState, phase: End, at: number, by: Actor): void {
  resume(state, at);
  lapse(state, at, (kind) => kind !== 'appeal');
  leaveStage(state, at, by);
  state.phase = phase;
  state.endedAt = at;
  if (at < state.reportedAt) addAnomaly(state, 'ended-before-reported');
  if (state.whole) state.whole = { ...state.whole, stoppedAt: at };
}

export function suspend(state: CaseState, at: number, until: number | null, reason: string): void {
  if (state.suspended) return;
  hold(state, at, () => {
    state.counts.suspended += 1;
    state.suspended = { since: at, until, reason };
  });
}

export function resume(state: CaseState, at: number): void {
  if (!state.suspended) return;
  hold(state, at, () => {
    state.suspended = null;
  });
}

/** Makes a change that may hold the clocks or let them go: a pause begins where nothing held them, and ends likewise. */
export function hold(state: CaseState, at: number, change: () => void): void {
  const before = isPaused(state);
  change();
  const after = isPaused(state);
  if (before === after) return;
  if (after) changeClocks(state, (clock) => ({ ...clock, pauses: [...clock.pauses, { from: at, to: null }] }));
  else {
    changeClocks(state, (clock) => ({
      ...clock,
      round: clock.round + 1,
      pauses: clock.pauses.map((pause) =>
        pause.to === null ? { from: pause.from, to: Math.max(at, pause.from) } : pause,
      ),
    }));
  }
}

/** The same change to the clock of the stage the case is in and to the whole-case clock. */
export function changeClocks(state: CaseState, change: <T extends StageInstance | WholeClock>(clock: T) => T): void {
  changeStage(state, change);
  if (state.whole?.stoppedAt === null) state.whole = change(state.whole);
}

/** A change to the passage the case is in; none where it has left it. */
export function changeStage(state: CaseState, change: (instance: StageInstance) => StageInstance): void {
  const last = state.instances.at(-1);
  if (last?.leftAt === null) state.instances = [...state.instances.slice(0, -1), change(last)];
}

export function addAnomaly(state: CaseState, anomaly: CaseState['anomalies'][number]): void {
  if (!state.anomalies.includes(anomaly)) state.anomalies = [...state.anomalies, anomaly];
}

/** Nobody answers any more what was asked about a stage that is over. */
function lapse(state: CaseState, at: number, lapses: (kind: RequestKind) => boolean): void {
  if (!state.requests?.some((one) => one.status === 'pending' && lapses(one.kind))) return;
  const { requests } = state;
  hold(state, at, () => {
    state.requests = requests.map((one) =>
      one.status === 'pending' && lapses(one.kind) ? { ...one, status: 'lapsed' } : one,
    );
  });
}

function leaveStage(state: CaseState, at: number, by: Actor): void {
  const last = state.instances.at(-1);
  if (last?.leftAt !== null) return;
  state.instances = [...state.instances.slice(0, -1), { ...last, leftAt: at, endedBy: by }];
}
