import type { Anomaly, CaseState } from './case.ts';
import type { CaseEvent, CaseEventData } from './event.ts';

/** The state right after its report: it waits to be accepted. */
export function emptyState(event: CaseEvent, data: Extract<CaseEventData, { type: 'reported' }>): CaseState {
  const at = event.at;
  return {
    phase: 'accept',
    conduct: data.conduct,
    channel: data.channel,
    categoryKey: data.categoryKey,
    conditionNo: data.conditionNo,
    urgent: false,
    ...(data.component !== undefined && { component: data.component }),
    description: data.description,
    address: data.address,
    position: data.position,
    place: data.place,
    ...(data.placeGiven !== undefined && { placeGiven: data.placeGiven }),
    reporter: data.reporter,
    media: { before: data.media, after: [] },
    department: null,
    supporting: [],
    disposalLimit: null,
    instances: [
      {
        no: 1,
        stage: 'accept',
        round: 0,
        enteredAt: at,
        leftAt: null,
        holder: data.conduct === 'told' ? 'platform' : 'operator',
        limit: data.limit,
        dueGiven: null,
        extensions: [],
        pauses: [],
      },
    ],
    whole:
      data.dueGiven === null
        ? null
        : {
            round: 0,
            startedAt: at,
            stoppedAt: null,
            limit: null,
            dueGiven: data.dueGiven,
            extensions: [],
            pauses: [],
          },
    suspended: null,
    supervisionLevel: 0,
    forced: false,
    counts: { rework: 0, returned: 0, dispatched: 0, extended: 0, urged: 0, suspended: 0 },
    reportedAt: at,
    acceptedAt: null,
    filedAt: null,
    dispatchedAt: null,
    disposedAt: null,
    checkedAt: null,
    endedAt: null,
    anomalies: placeAnomalies(data),
    version: 1,
    moveVersion: 1,
  };
}

function placeAnomalies(data: Extract<CaseEventData, { type: 'reported' }>): Anomaly[] {
  if (data.position === null) {
    if (data.defaultPoint) return ['default-point'];
    return data.placeGiven !== undefined && data.place.inside ? [] : ['no-place'];
  }
  return data.place.inside ? [] : ['outside-city'];
}
