/**
 * What was reached: a share of a clock's limit, `warning` (将超时, amber) or `timeout` (已超时, red), or the instant by which
 * a supervision demanded its reply (`reply-late`, 督办逾期未回复).
 */
export const THRESHOLDS = ['warning', 'timeout', 'reply-late'] as const;
export type Threshold = (typeof THRESHOLDS)[number];

/** `shelved` 搁置: put aside by somebody until an instant, counted and seen by all. */
export const ALERT_STATUSES = ['open', 'taken', 'shelved', 'resolved'] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

/**
 * Why an alert ended: the case moved on, its deadline moved, a warning became a timeout, the case ended; of a late reply:
 * it came, or the supervision was lifted. `by-hand`: somebody closed it, and says why in its disposition.
 */
export const RESOLUTIONS = [
  'moved-on',
  'deadline-moved',
  'timed-out',
  'ended',
  'replied',
  'lifted',
  'by-hand',
] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/**
 * An alert's identity. `instance` 0 = the whole-case clock, otherwise the stage instance's number; of a `reply-late` the
 * number of the supervision, whose `round` is always 0.
 */
export type AlertKey = { caseId: number; instance: number; round: number; threshold: Threshold };

/** Until when (epoch ms) an alert is put aside, since when, by whom and why. */
export type Shelving = { until: number; at: number; by: string; byName: string; reason: string };

/**
 * Why an alert came back by itself: its shelf came to its end, its case got worse (supervision), or whoever had it did
 * nothing on its case.
 */
export const RETURN_CAUSES = ['shelf-end', 'worse', 'idle'] as const;
export type ReturnCause = (typeof RETURN_CAUSES)[number];

/** That an alert came back by itself, when (epoch ms), and who had it before. */
export type AlertReturn = { why: ReturnCause; at: number; from: string; fromName: string };

/**
 * Why somebody closes an alert by hand: it is being dealt with outside the platform, it is known and needs nothing, it is no
 * true alert, another alert says the same, or what the note says. `at`: epoch ms.
 */
export const DISPOSITIONS = ['handled', 'known', 'false', 'duplicate', 'other'] as const;
export type DispositionKind = (typeof DISPOSITIONS)[number];
export type Disposition = { kind: DispositionKind; note: string; by: string; byName: string; at: number };

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
  /** While it is shelved. */
  shelved?: Shelving;
  /** When it came back by itself, until somebody has it again. */
  returned?: AlertReturn;
  /** When somebody closed it by hand; kept when it is open again. */
  disposition?: Disposition;
};

export function alertKeyText(key: AlertKey): string {
  return `${key.caseId}/${key.instance}/${key.round}/${key.threshold}`;
}

/** Whether somebody closed the alert by hand: it may come back while its clock runs. */
export function isClosedByHand({ status, resolution }: Pick<Alert, 'status' | 'resolution'>): boolean {
  return status === 'resolved' && resolution === 'by-hand';
}
