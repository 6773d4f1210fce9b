import type { Threshold } from '#domain/alert/alert.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import type { Shape } from '../shapes/StateShape.tsx';

/** One line of what has passed: an event of the case, or what became of one of its alerts. `at` in epoch ms. */
export type Passed = {
  readonly key: string;
  readonly at: number;
  readonly type: string;
  readonly shape: Shape;
  readonly actor: string | null;
  readonly data: Readonly<Record<string, unknown>>;
};

/** How each kind of alert looks, wherever one is shown. */
export const ALERT_SHAPE = {
  warning: 'due-soon',
  timeout: 'timed-out',
  'reply-late': 'supervised',
} as const satisfies Record<Threshold, Shape>;

/** Events and alerts of a case as one story, newest first. */
export function passedEntries(detail: CaseDetailAnswer): Passed[] {
  const events = detail.timeline.map(({ eventId, at, type, actor, data }): Passed => {
    return { key: eventId, at, type, shape: 'calm', actor: actor.kind === 'system' ? null : actor.name, data };
  });
  const alerts = detail.alerts.flatMap((alert): Passed[] => {
    const { id, threshold, firedAt, takenAt, takenByName, instance, shelved, returned, disposition } = alert;
    const data = { clock: instance === 0 ? 'whole' : 'stage' };
    const fired: Passed = {
      key: `alert-${id}`,
      at: firedAt,
      type: `alert-${threshold}`,
      shape: ALERT_SHAPE[threshold],
      actor: null,
      data,
    };
    const by = (what: string, at: number, actor: string | null, carried: Passed['data']): Passed => {
      return { key: `${what}-${id}`, at, type: `alert-${what}`, shape: 'changed', actor, data: carried };
    };
    return [
      fired,
      ...(takenAt === null ? [] : [by('taken', takenAt, takenByName, data)]),
      ...(shelved ? [by('shelved', shelved.at, shelved.byName, { reason: shelved.reason, until: shelved.until })] : []),
      ...(returned ? [by('returned', returned.at, null, { why: returned.why, from: returned.fromName })] : []),
      ...(disposition
        ? [by('closed', disposition.at, disposition.byName, { kind: disposition.kind, note: disposition.note })]
        : []),
    ];
  });
  return [...events, ...alerts].sort((a, b) => b.at - a.at || (a.key < b.key ? 1 : -1));
}
