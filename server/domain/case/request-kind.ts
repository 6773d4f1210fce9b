import type { Actor } from '#domain/account/role.ts';

/**
 * What may be asked for and waits for an answer: 延期 extension, 回退 return, 挂账 suspension, 作废 void, and 申诉 appeal,
 * which asks that a timeout be left out of the score.
 */
export const REQUEST_KINDS = ['extension', 'return', 'suspension', 'void', 'appeal'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_STATUSES = ['pending', 'granted', 'refused', 'lapsed'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/**
 * Something asked for on a case. `no` counts within the case from 1. It lapses unanswered when the case leaves the stage
 * that it was about. Instants in epoch ms.
 */
export type CaseRequest = {
  no: number;
  kind: RequestKind;
  reason: string;
  by: Actor;
  at: number;
  /** The passage through a stage that it is about; of an appeal the late one. */
  instance: number;
  /** Wished end of a suspension; null leaves it open. */
  until: number | null;
  /** Whether the clocks stand still until the answer. */
  pauses: boolean;
  status: RequestStatus;
  answer: { by: Actor; at: number; reason: string } | null;
};
