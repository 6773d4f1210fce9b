import { isReplyLate } from '#domain/case/supervision.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';

type Supervision = CaseDetailAnswer['supervisions'][number];

/** How the reply to a supervision stands; `open`: none is demanded and none has come. */
export type ReplyState = 'open' | 'due' | 'late' | 'replied' | 'repliedLate' | 'lifted';

/** How the reply to a supervision stands at `now`, epoch ms. */
export function replyStateOf(supervision: Supervision, now: number): ReplyState {
  const late = isReplyLate(supervision, now);
  if (supervision.reply !== null) return late ? 'repliedLate' : 'replied';
  if (supervision.liftedAt !== null) return 'lifted';
  if (supervision.replyBy === null) return 'open';
  return late ? 'late' : 'due';
}
