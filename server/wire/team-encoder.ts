import type { TeamColumns } from './columns.ts';
import { STEP, applyTeamDelta, writeTeamDelta, type TeamDelta } from './team-delta.ts';
import { createTeamColumns, encodeTeams, type TeamState } from './team-frame.ts';

/** A heading is sent when it differs by this much (units of 2°): a compass that trembles costs nothing. */
const leastTurn = 6;
/** Fixes within this many seconds of the frame's common instant are given that instant. */
const ageSlack = 4;

/**
 * Makes the frames of one audience of at most 65,535 teams. It keeps the quantised state that everybody who follows it
 * holds: positions on a grid of half a metre, headings within 12°, times within four seconds. Deltas lose nothing
 * against that state.
 */
export class TeamEncoder {
  private state: TeamState = { ...createTeamColumns(-1, 0), seq: 0 };
  private fullBytes: Uint8Array | null = null;

  get seq(): number {
    return this.state.seq;
  }

  /** The state as followers hold it. */
  get held(): Readonly<TeamState> {
    return this.state;
  }

  /** The whole state, for those who hold no base; made once a seq. */
  full(): Uint8Array {
    return (this.fullBytes ??= encodeTeams(this.state));
  }

  /**
   * Takes the newest columns in. Returns the delta from the frame before, null when nothing changed for the eye (the seq
   * stays), or 'full' when the roster changed and followers need the whole.
   */
  advance(newest: TeamColumns): Uint8Array | 'full' | null {
    const anew = newest.rosterVersion !== this.state.rosterVersion || newest.length !== this.state.length;
    if (anew) this.state = { ...createTeamColumns(newest.rosterVersion, newest.length), seq: this.state.seq };
    const delta = compareTeams(this.state, newest);
    if (!delta && !anew) return null;
    if (delta) applyTeamDelta(this.state, delta);
    this.state.seq++;
    this.fullBytes = null;
    return anew || !delta ? 'full' : writeTeamDelta(delta);
  }
}

/** What differs between what followers hold and the newest columns; null when nothing does. */
function compareTeams(state: TeamState, newest: TeamColumns): TeamDelta | null {
  const { length } = newest;
  const moved = new Uint8Array(Math.ceil(length / 8));
  const heard = new Uint8Array(moved.length);
  const heardAt = commonInstant(state, newest);
  const steps: number[] = [];
  const jumped: number[] = [];
  const turned: number[] = [];
  const aged: number[] = [];
  let anyHeard = false;
  for (let ordinal = 0; ordinal < length; ordinal++) {
    const fixedAt = newest.fixedAt[ordinal] as number;
    if (fixedAt === 0) continue;
    const known = state.fixedAt[ordinal] as number;
    if (fixedAt > known && Math.abs(fixedAt - heardAt) <= ageSlack) {
      setBit(heard, ordinal);
      anyHeard = true;
    } else if (Math.abs(fixedAt - known) > ageSlack) aged.push(ordinal);
    const east = stepsTo(newest.lon[ordinal] as number, state.lon[ordinal] as number, STEP.lon);
    const north = stepsTo(newest.lat[ordinal] as number, state.lat[ordinal] as number, STEP.lat);
    if (known === 0 || !fitsByte(east) || !fitsByte(north)) jumped.push(ordinal);
    else if (east !== 0 || north !== 0) {
      setBit(moved, ordinal);
      steps.push(east, north);
    }
    if (hasTurned(newest.heading[ordinal] as number, state.heading[ordinal] as number)) turned.push(ordinal);
  }
  if (!anyHeard && steps.length + jumped.length + turned.length + aged.length === 0) return null;
  return {
    rosterVersion: newest.rosterVersion,
    baseSeq: state.seq,
    seq: state.seq + 1,
    length,
    heardAt,
    moved,
    heard,
    steps: Int8Array.from(steps),
    jumps: {
      ordinal: Uint16Array.from(jumped),
      lon: Int32Array.from(jumped, (ordinal) => onGrid(newest.lon[ordinal] as number, STEP.lon)),
      lat: Int32Array.from(jumped, (ordinal) => onGrid(newest.lat[ordinal] as number, STEP.lat)),
    },
    turns: {
      ordinal: Uint16Array.from(turned),
      heading: Uint8Array.from(turned, (ordinal) => newest.heading[ordinal] as number),
    },
    ages: {
      ordinal: Uint16Array.from(aged),
      fixedAt: Uint32Array.from(aged, (ordinal) => newest.fixedAt[ordinal] as number),
    },
  };
}

/** The middle instant of all that was heard anew: most teams report on one beat, so one number serves most of them. */
function commonInstant(state: TeamState, newest: TeamColumns): number {
  const instants = newest.fixedAt.filter((fixedAt, ordinal) => fixedAt > (state.fixedAt[ordinal] as number)).sort();
  return instants[instants.length >> 1] ?? 0;
}

/** Steps from a held position, which lies on the grid, to the grid point nearest to the newest one. */
function stepsTo(newest: number, held: number, step: number): number {
  return (onGrid(newest, step) - held) / step;
}

function onGrid(microDegrees: number, step: number): number {
  return Math.round(microDegrees / step) * step;
}

function fitsByte(steps: number): boolean {
  return steps >= -128 && steps <= 127;
}

/** Headings in units of 2°, 255 = unknown. */
function hasTurned(newest: number, held: number): boolean {
  if (newest === 255 || held === 255) return newest !== held;
  const apart = Math.abs(newest - held);
  return Math.min(apart, 180 - apart) >= leastTurn;
}

function setBit(bitmap: Uint8Array, at: number): void {
  bitmap[at >> 3] = (bitmap[at >> 3] as number) | (1 << (at & 7));
}
