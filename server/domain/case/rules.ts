import { USUAL_LEVELS, type SupervisionLevel } from './supervision-level.ts';

/** What a city sets about its moves. Sources differ on each, so all of it is a setting with a default. */
export type CaseRules = {
  /**
   * Who commands. `two-level`: the city's posts file and dispatch as the districts' do. `one-level` (两级监督、一级指挥):
   * the city supervises, urges, assesses and passes reports on; only districts and below file and dispatch.
   */
  command: 'two-level' | 'one-level';
  /** At most this many granted extensions of one case. */
  maxExtensions: number;
  /** Whether the disposal clock stands still while a department's request waits for its answer. */
  pauseWhilePending: boolean;
  /** Cases of one category as near as this in place and time are suggested as duplicates. */
  duplicateMetres: number;
  duplicateHours: number;
  /** A collector whose position is no older than this is on duty, within working time. */
  onDutyMinutes: number;
  /** Levels of supervision 督办, weightier one after another. */
  supervisionLevels: readonly SupervisionLevel[];
};

/**
 * One city's practice: at most two extensions; a waiting request moves no clock. Two levels command by default, so that
 * one centre alone can run a city; a city under 两级监督、一级指挥 says so.
 */
export const DEFAULT_RULES: CaseRules = {
  command: 'two-level',
  maxExtensions: 2,
  pauseWhilePending: false,
  duplicateMetres: 50,
  duplicateHours: 24,
  onDutyMinutes: 10,
  supervisionLevels: USUAL_LEVELS,
};
