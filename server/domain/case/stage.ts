/**
 * Stages of a case, in the order of the national flow (GB/T 30428.8, CJJ/T 106): the stage a case is in is the one it
 * waits in. 上报 (report) is the act that opens a case, so nothing waits in it.
 */
export const STAGES = ['accept', 'verify', 'file', 'dispatch', 'dispose', 'check', 'close'] as const;
export type Stage = (typeof STAGES)[number];

/** How a case ends: 结案 closed, 作废 void, 不予受理/不立案 declined. */
export const ENDS = ['closed', 'void', 'declined'] as const;
export type End = (typeof ENDS)[number];

/** Where a case is: in a stage or at an end. The index in this list is its code in columns and on the wire. */
export const PHASES = [...STAGES, ...ENDS] as const;
export type Phase = (typeof PHASES)[number];

export function isEnd(phase: Phase): phase is End {
  return (ENDS as readonly string[]).includes(phase);
}

export function phaseCode(phase: Phase): number {
  return PHASES.indexOf(phase);
}
