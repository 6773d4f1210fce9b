/**
 * What was reached: a share of a clock's limit, `warning` (将超时, amber) or `timeout` (已超时, red), or the instant by which
 * a supervision demanded its reply (`reply-late`, 督办逾期未回复).
 */
export const THRESHOLDS = ['warning', 'timeout', 'reply-late'] as const;
export type Threshold = (typeof THRESHOLDS)[number];

export const ALERT_STATUSES = ['open', 'taken', 'resolved'] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

/**
 * Why an alert ended: the case moved on, its deadline moved, a warning became a timeout, the case ended; of a late reply:
 * it came, or the supervision was lifted.
 */
export const RESOLUTIONS = ['moved-on', 'deadline-moved', 'timed-out', 'ended', 'replied', 'lifted'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/**
 * An alert's identity. `instance` 0 = the whole-case clock, otherwise the stage instance's number; of a `reply-late` the
 * number of the supervision, whose `round` is always 0.
 */
export type AlertKey = { caseId: number; instance: number; round: number; threshold: Threshold };

/** Something a person must act on. Instants in epoch ms; `dueAt` is the instant that was reached. */
export type Alert = AlertKey & {
  id: number;
  caseNumber: string;
  status: AlertStatus;
  dueAt: number;
  firedAt: number;
  takenBy: string | null;
  takenByName: string | null;
  takenAt: number | null;
  resolvedAt: number | null;
  resolution: Resolution | null;
};

export function alertKeyText(key: AlertKey): string {
  return `${key.caseId}/${key.instance}/${key.round}/${key.threshold}`;
}
