import type { Actor } from '#domain/account/role.ts';

/** 督办: raised over a case, with the reply that it demands. `no` counts within the case from 1. Instants in epoch ms. */
export type Supervision = {
  no: number;
  level: number;
  reason: string;
  by: Actor;
  at: number;
  /** By when a reply is demanded; null: none is. */
  replyBy: number | null;
  reply: { by: Actor; at: number; text: string } | null;
  liftedAt: number | null;
};

type Holder = { supervisions?: Supervision[]; endedAt: number | null };

/** All supervisions of a case in order; rows from before they were kept one by one have none. */
export function supervisionsOf(state: Holder): readonly Supervision[] {
  return state.supervisions ?? [];
}

/** Those that somebody may still reply to. */
export function openSupervisions(state: Holder): Supervision[] {
  return supervisionsOf(state).filter(({ reply, liftedAt }) => reply === null && liftedAt === null);
}

/** Those whose demanded reply has not come, on a case that is open. */
export function owedReplies(state: Holder): Supervision[] {
  return state.endedAt === null ? openSupervisions(state).filter(({ replyBy }) => replyBy !== null) : [];
}

/** Whether a demanded reply came late, or is late at `at` (epoch ms) because it has not come. */
export function isReplyLate({ replyBy, reply, liftedAt }: Supervision, at: number): boolean {
  return replyBy !== null && (reply?.at ?? liftedAt ?? at) > replyBy;
}
