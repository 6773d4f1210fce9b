import { levelOfScope } from '#domain/account/post.ts';
import type { Me } from '#wire/http/me.ts';
import type { ActId } from '../acts/acts.ts';

/** Queues 队列 of the desk in the order of their tabs: 告警, 申请, 督办, 任务. */
export const QUEUES = ['alerts', 'requests', 'supervisions', 'tasks'] as const;
export type QueueName = (typeof QUEUES)[number];

/** Parts of a queue that may be looked at alone. */
export type View = 'all' | 'untaken' | 'mine' | 'shelved' | 'late' | 'verify' | 'check';
export const VIEWS: Readonly<Record<QueueName, readonly View[]>> = {
  alerts: ['all', 'untaken', 'mine', 'shelved'],
  requests: ['all', 'late'],
  supervisions: ['all', 'late'],
  tasks: ['all', 'untaken', 'late', 'verify', 'check'],
};

/**
 * Acts that a selected line is there for: begun from the list they open its case by themselves. On any other line an act
 * is about the case that is open.
 */
export const LINE_ACTS: Readonly<Record<QueueName, readonly ActId[]>> = {
  alerts: [],
  requests: ['answer'],
  supervisions: ['reply', 'supervise', 'lift-supervision'],
  tasks: ['verify', 'check'],
};

/** The queues that an officer has: requests only where the post answers any. */
export function queuesOf({ answers }: Pick<Me, 'answers'>): readonly QueueName[] {
  return QUEUES.filter((name) => name !== 'requests' || answers.length > 0);
}

/** Whether an officer's tasks are told apart by district: below one there is only its own. */
export function seesDistricts({ scope }: Pick<Me, 'scope'>): boolean {
  return levelOfScope(scope) === 'city';
}
