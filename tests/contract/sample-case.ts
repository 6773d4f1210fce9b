import type { CaseClocks, ChangedCase, NewCase, StoredCase } from '#application/ports.ts';
import type { CaseState, RunningClock } from '#domain/case/case.ts';
import type { CaseEvent, CaseEventData } from '#domain/case/event.ts';
import { isEnd, type Phase, type Stage } from '#domain/case/stage.ts';

/** 2026-11-23 09:00 in Asia/Shanghai. */
export const T0 = Date.UTC(2026, 10, 23, 1);
export const HOUR = 3_600_000;

export function clockOf(instance: number, round: number, dueAt: number): RunningClock {
  return { instance, round, basis: 'continuous', warnAt: dueAt - HOUR / 2, dueAt, provisional: false };
}

export function sampleEvent(eventId: string, at: number, data?: CaseEventData): CaseEvent {
  const actor = { kind: 'source', id: 'sample', name: '样例 "sample" {1}' } as const;
  return { eventId, at, recordedAt: at + 5, actor, data: data ?? { type: 'commented', text: eventId } };
}

/** A case right after its report, waiting to be accepted, due an hour later. */
export function sampleState(reportedAt: number): CaseState {
  return {
    phase: 'accept',
    conduct: 'own',
    channel: 'collector',
    categoryKey: null,
    conditionNo: null,
    urgent: false,
    description: '井盖丢失, "open manhole" \\ {a,b}\nNULL',
    address: '南京路 1 号',
    position: { lon: 117.2034, lat: 39.1312 },
    place: {
      inside: true,
      districtCode: '120101',
      subdistrictCode: '120101001',
      communityCode: null,
      gridCode: '120101001001007',
    },
    reporter: null,
    media: { before: [], after: [] },
    department: null,
    supporting: [],
    disposalLimit: null,
    instances: [instance(1, 'accept', reportedAt)],
    whole: null,
    suspended: null,
    supervisionLevel: 0,
    forced: false,
    counts: { rework: 0, returned: 0, dispatched: 0, extended: 0, urged: 0, suspended: 0 },
    reportedAt,
    acceptedAt: null,
    filedAt: null,
    dispatchedAt: null,
    disposedAt: null,
    checkedAt: null,
    endedAt: null,
    anomalies: [],
    version: 1,
    moveVersion: 1,
  };
}

function instance(no: number, stage: Stage, enteredAt: number): CaseState['instances'][number] {
  const none = { holder: 'operator', limit: null, dueGiven: null };
  return { no, stage, round: 0, enteredAt, leftAt: null, ...none, extensions: [], pauses: [] };
}

export type Sample = { externalId: string; at?: number; source?: string; clocks?: CaseClocks };

export function newCase({ externalId, at = T0, source = 'sample', clocks }: Sample): NewCase {
  const state = sampleState(at);
  const { place, position, description, address } = state;
  const reported: CaseEventData = {
    type: 'reported',
    conduct: 'own',
    channel: 'collector',
    categoryKey: null,
    conditionNo: null,
    description,
    address,
    position,
    place,
    reporter: null,
    media: [],
    dueGiven: null,
    limit: { value: 1, unit: 'urgent-hour' },
  };
  return {
    kind: 'new',
    source,
    externalId,
    simulated: true,
    numberPrefix: 'E0110',
    numberDay: '20261123',
    events: [sampleEvent(`${externalId}#1`, at, reported)],
    state,
    clocks: clocks ?? { stageClock: clockOf(1, 0, at + HOUR), wholeClock: clockOf(0, 0, at + 24 * HOUR) },
  };
}

/** The case moved to another stage (its clock due an hour later) or to its end. */
export function moved(stored: StoredCase, phase: Phase, at: number): ChangedCase {
  const { state } = stored;
  const left = state.instances.map((it) => (it.leftAt === null ? { ...it, leftAt: at } : it));
  const no = left.length + 1;
  const ended = isEnd(phase);
  const version = state.version + 1;
  const data: CaseEventData = ended
    ? { type: 'closed', note: '', forced: false }
    : { type: 'accepted', next: 'verify', limit: null };
  return {
    kind: 'changed',
    id: stored.id,
    events: [sampleEvent(`${stored.externalId}#${version}`, at, data)],
    state: {
      ...state,
      phase,
      instances: isEnd(phase) ? left : [...left, instance(no, phase, at)],
      endedAt: ended ? at : null,
      version,
      moveVersion: version,
    },
    clocks: {
      stageClock: ended ? null : clockOf(no, 0, at + HOUR),
      wholeClock: ended ? null : clockOf(0, 0, state.reportedAt + 24 * HOUR),
    },
  };
}

/** The same stage with a later deadline: another round. */
export function extended(stored: StoredCase, at: number, dueAt: number): ChangedCase {
  const { state } = stored;
  const instances = state.instances.map((it) => (it.leftAt === null ? { ...it, round: it.round + 1 } : it));
  const current = instances.at(-1);
  const version = state.version + 1;
  const limit = { value: 1, unit: 'urgent-hour' } as const;
  return {
    kind: 'changed',
    id: stored.id,
    events: [sampleEvent(`${stored.externalId}#${version}`, at, { type: 'extended', limit, reason: 'rain' })],
    state: { ...state, instances, version, moveVersion: version },
    clocks: {
      stageClock: clockOf(current?.no ?? 0, current?.round ?? 0, dueAt),
      wholeClock: clockOf(0, 0, state.reportedAt + 24 * HOUR),
    },
  };
}

/** The same stage under one more supervision that demands its reply by an instant. */
export function supervised(
  stored: StoredCase,
  at: number,
  replyBy: number,
  person?: { id: string; name: string },
): ChangedCase {
  const data: CaseEventData = { type: 'supervised', level: 1, reason: '久拖', replyBy };
  const by = person === undefined ? sampleEvent('', at).actor : { kind: 'person' as const, ...person };
  const before = stored.state.supervisions ?? [];
  const one = { no: before.length + 1, level: 1, reason: '久拖', by, at, replyBy, reply: null, liftedAt: null };
  return unmoved(stored, at, data, { supervisions: [...before, one], supervisionLevel: 1 }, by);
}

/** The reply to one of its supervisions. */
export function replied(stored: StoredCase, at: number, no: number): ChangedCase {
  const reply = { by: sampleEvent('', at).actor, at, text: '今日完成' };
  const supervisions = (stored.state.supervisions ?? []).map((one) => (one.no === no ? { ...one, reply } : one));
  return unmoved(stored, at, { type: 'replied', no, text: reply.text }, { supervisions });
}

/** All its supervisions lifted. */
export function lifted(stored: StoredCase, at: number): ChangedCase {
  const supervisions = (stored.state.supervisions ?? []).map((one) => ({ ...one, liftedAt: at }));
  return unmoved(stored, at, { type: 'supervision-lifted', reason: '' }, { supervisions, supervisionLevel: 0 });
}

function unmoved(
  stored: StoredCase,
  at: number,
  data: CaseEventData,
  change: Partial<CaseState>,
  by?: CaseEvent['actor'],
): ChangedCase {
  const { state } = stored;
  const version = state.version + 1;
  const no = state.instances.at(-1)?.no ?? 0;
  const event = sampleEvent(`${stored.externalId}#${version}`, at, data);
  return {
    kind: 'changed',
    id: stored.id,
    events: [{ ...event, actor: by ?? event.actor }],
    state: { ...state, ...change, version, moveVersion: version },
    clocks: {
      stageClock: clockOf(no, 0, state.reportedAt + HOUR),
      wholeClock: clockOf(0, 0, state.reportedAt + 24 * HOUR),
    },
  };
}
