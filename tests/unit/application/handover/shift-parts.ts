import type { HandoverStore, StoredHandover } from '#application/handover/handover-port.ts';
import type { ShiftSources } from '#application/handover/gather.ts';
import type { Passed } from '#application/handover/take-over.ts';
import { createHandovers } from '#application/handover/handovers.ts';
import type { Principal, Role } from '#domain/account/role.ts';
import { covers } from '#domain/account/scope.ts';
import { DEFAULT_LOAD_LIMITS } from '#domain/alert/load-limits.ts';
import type { AlertRow } from '#wire/figures.ts';
import type { HandoverPromise } from '#wire/http/handover.ts';

export const NOW = Date.parse('2026-11-23T14:00:00+08:00');
export const HOUR = 3_600_000;

export function officer(id: string, scope = '120000', role: Role = 'duty-officer'): Principal {
  return { kind: 'person', id, name: id, role, scope, department: null };
}

/** An alert of 和平 that nobody has. */
export function alertRow(id: number, rest: Partial<AlertRow> = {}): AlertRow {
  return {
    ...{ id, caseId: id, caseNumber: `E${id}`, instance: 1, round: 0, threshold: 'timeout', status: 'open' },
    ...{ basis: 'working', dueAt: NOW - HOUR, firedAt: NOW - HOUR, takenBy: null, takenByName: null, takenAt: null },
    ...{ shelved: null, returned: null, stage: 'dispose', categoryKey: 'c', conditionNo: 1, districtCode: '120101' },
    ...{ subdistrictCode: null, department: 'd', address: '某路', lon: null, lat: null, urgent: false },
    ...{ supervised: false, caseVersion: 1, moveVersion: 1 },
    ...rest,
  };
}

export const takenBy = (who: string, at = NOW - HOUR / 6): Partial<AlertRow> => {
  return { status: 'taken', takenBy: who, takenByName: who, takenAt: at };
};

export function promise(kind: HandoverPromise['kind'], rest: Partial<HandoverPromise> = {}): HandoverPromise {
  return {
    ...{ caseNumber: 'E9', categoryKey: null, districtCode: '120101', subdistrictCode: null, department: null },
    ...{ address: '', stage: 'dispose', urgent: false, kind, no: null, request: null, what: '', by: '韩', at: NOW },
    ...{ dueAt: null },
    ...rest,
  };
}

/** Keeps handovers in memory, as the table does: nothing is written over. */
export function memoryHandovers(): HandoverStore {
  const rows = new Map<string, StoredHandover>();
  const away = new Map<string, number>();
  const as = (row: StoredHandover, reader: string): StoredHandover => {
    return { ...row, putAwayAt: away.get(`${row.id}/${reader}`) ?? null };
  };
  return {
    async add(handover) {
      if (rows.has(handover.id)) return false;
      rows.set(handover.id, { ...handover, comes: null, putAwayAt: null });
      return true;
    },
    async get(id, reader) {
      const row = rows.get(id);
      return row === undefined ? null : as(row, reader);
    },
    list: async (scope, reader, limit) =>
      [...rows.values()]
        .filter((row) => covers(scope, row.scope))
        .reverse()
        .slice(0, limit)
        .map((row) => as(row, reader)),
    async sign(id, by) {
      const row = rows.get(id);
      if (row === undefined || row.comes !== null) return false;
      rows.set(id, { ...row, comes: by });
      return true;
    },
    async putAway(id, reader, at) {
      const key = `${id}/${reader}`;
      if (!away.has(key)) away.set(key, at);
    },
    async lastAt(scope) {
      const instants = [...rows.values()].filter((row) => row.scope === scope).map(({ at }) => at);
      return instants.length === 0 ? null : Math.max(...instants);
    },
  };
}

/** A shift whose picture a test changes as it goes on. */
export function shift() {
  const state = {
    now: NOW,
    alerts: [] as AlertRow[] | null,
    said: [] as HandoverPromise[],
    ended: new Map<number, number>(),
    acts: new Map<number, number>(),
    passes: new Map<number, Passed>(),
    passed: [] as string[],
  };
  const sources: ShiftSources = {
    now: () => state.now,
    limits: () => DEFAULT_LOAD_LIMITS,
    alerts: (place) => state.alerts?.filter(({ districtCode }) => covers(place, districtCode ?? '')) ?? null,
    load: () => ({ officers: 2, raised: 12, perTenMinutes: 0.5, worstTenMinutes: 2, floodShare: 0 }),
    teams: () => [
      {
        team: {
          code: 'T1',
          kind: 'vehicle',
          nameZh: '一队',
          nameEn: 'One',
          districtCode: '120101',
          department: null,
          simulated: true,
        },
        fix: null,
        state: 'silent',
      },
    ],
    feeds: () => [],
    screens: async () => [],
    walls: () => [],
    minuteOfDay: () => 0,
    requests: async () => [],
    replies: async () => [],
    reader: {
      counts: async () => ({ reported: 3, closed: 2, endedOtherwise: 1, timedOut: 1 }),
      lastActs: async () => state.acts,
      promises: async () => state.said,
      ended: async (ids) => new Map([...state.ended].filter(([id]) => ids.includes(id))),
    },
  };
  const handovers = createHandovers({
    store: memoryHandovers(),
    sources,
    pass: async (alertId, from, to) => {
      state.passed.push(`${alertId} ${from.id}→${to.id}`);
      return state.passes.get(alertId) ?? { result: 'passed' };
    },
  });
  return { state, handovers };
}
