import type { AlertRow } from '#wire/figures.ts';

/** What must not be missed: danger out of time, and a supervision without its reply, while nobody has it. */
export function isTopPriority({
  threshold,
  urgent,
  status,
}: Pick<AlertRow, 'threshold' | 'urgent' | 'status'>): boolean {
  return status === 'open' && (threshold === 'reply-late' || (threshold === 'timeout' && urgent));
}
