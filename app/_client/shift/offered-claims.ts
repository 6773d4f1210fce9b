import { lineKeys } from '#wire/handover-lines.ts';
import type { HandoverAnswer, HandoverClaim } from '#wire/http/handover.ts';

/** Claims of the one who left that nobody else has by now and that are not over: what may still be taken over. */
export function offeredClaims({ content, leaves, now }: HandoverAnswer): HandoverClaim[] {
  const became = new Map(now.became.map((one) => [one.key, one]));
  return content.claims.items.filter(
    (claim) => claim.by.id === leaves.id && became.get(lineKeys.alert(claim))?.state === 'open',
  );
}
