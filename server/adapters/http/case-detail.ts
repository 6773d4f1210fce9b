import type { Principal } from '#domain/account/role.ts';
import { maskReporter } from '#domain/account/privacy.ts';
import type { StageInstance } from '#domain/case/case.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import { requestsOf } from '#domain/case/request.ts';
import { supervisionsOf } from '#domain/case/supervision.ts';
import type { CaseDetail } from '#application/api-port.ts';
import { caseOnGlass } from './case-on-glass.ts';
import { caseMedia } from './case-photos.ts';
import type { CaseDetailAnswer, TimelineEntry } from '#wire/http/case.ts';

/**
 * A case as this caller may see it. Who reported it is masked here, on the server, wherever it occurs.
 *
 * @param known whether this caller gets to know who reported it.
 * @param grid the responsibility grid that it lay in when it was reported.
 */
export function caseDetailFor(
  who: Principal,
  detail: CaseDetail,
  known: boolean,
  grid: CaseDetailAnswer['responsibilityGrid'],
): CaseDetailAnswer {
  const { summary, state } = detail;
  const masked = !known;
  const answer: CaseDetailAnswer = {
    summary,
    description: state.description,
    component: state.component ?? null,
    responsibilityGrid: grid && { code: grid.code, name: { ...grid.name }, person: grid.person },
    media: caseMedia(detail),
    reporter: state.reporter && masked ? maskReporter(state.reporter) : state.reporter,
    reporterMasked: masked,
    supporting: state.supporting,
    suspended: state.suspended,
    counts: { ...state.counts, redispatched: state.counts.redispatched ?? 0 },
    anomalies: state.anomalies,
    passages: state.instances.map(passageOf),
    timeline: detail.events.map(entryOf),
    clocks: detail.clocks.map((clock) => ({
      ...clock,
      steps: clock.steps.map(({ dayName, ...step }) =>
        dayName === undefined ? step : { ...step, dayName: { ...dayName } },
      ),
    })),
    alerts: detail.alerts,
    requests: [...requestsOf(state)],
    supervisions: [...supervisionsOf(state)],
    supportFeedback: state.supportFeedback ?? [],
    selfHandled: state.selfHandled ?? false,
    forced: state.forced,
    passed: state.passed ?? null,
    duplicateOf: state.duplicateOf ?? null,
    duplicates: state.duplicates ?? [],
    legal: detail.legal,
    rights: detail.rights,
  };
  return who.role === 'screen' ? caseOnGlass(answer) : answer;
}

function passageOf(passage: StageInstance): CaseDetailAnswer['passages'][number] {
  const { no, stage, round, enteredAt, leftAt, holder, limit, pauses } = passage;
  const { endedBy = null, judgedDueAt = null, exempted = null } = passage;
  return { no, stage, round, enteredAt, leftAt, holder, endedBy, judgedDueAt, exempted, limit, pauses };
}

/** The reporter stands beside the case, masked or not; in the timeline it would only be repeated. */
function entryOf({ eventId, at, recordedAt, actor, data }: CaseEvent): TimelineEntry {
  const { type, ...carried } = data;
  const kept = Object.fromEntries(Object.entries(carried).filter(([name]) => name !== 'reporter'));
  return { eventId, at, recordedAt, actor, type, data: kept };
}
