import type { CaseDetailAnswer } from '#wire/http/case.ts';

type Facts = Pick<CaseDetailAnswer, 'alerts'> & {
  summary: Pick<CaseDetailAnswer['summary'], 'stageClock' | 'wholeClock'>;
};

/** Alerts that somebody closed by hand and whose clocks still run: bringing them back opens them again. */
export function closedByHand({ alerts, summary }: Facts): CaseDetailAnswer['alerts'] {
  return alerts.filter((alert) => {
    const { status, resolution, threshold, instance, round } = alert;
    if (status !== 'resolved' || resolution !== 'by-hand') return false;
    if (threshold === 'reply-late') return true;
    const clock = instance === 0 ? summary.wholeClock : summary.stageClock;
    const timedOut = alerts.some((one) => {
      return one.threshold === 'timeout' && one.instance === instance && one.round === round;
    });
    return clock?.instance === instance && clock.round === round && (threshold === 'timeout' || !timedOut);
  });
}
