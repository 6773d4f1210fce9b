import type { Principal, Role } from '#domain/account/role.ts';
import type { CaseState } from '#domain/case/case.ts';
import type { ApiPort, CaseDetail, CaseFilter } from '#application/api-port.ts';
import type { AuditLine } from '#application/audit-trail/audit-line.ts';
import type { AuditFilter } from '#application/audit-trail/audit-trail.ts';
import { ListRefused, type ListFile, type ListKind, type ListVersion } from '#application/lists/list-kind.ts';
import { createLists } from '#application/lists/lists.ts';
import { DEFAULT_RULES } from '#domain/case/rules.ts';
import { StoreUnavailable } from '#application/ports.ts';
import {
  exampleEvaluation,
  exampleEvaluationCases,
  exampleIndicators,
  exampleSeries,
  exampleSettings,
} from '#wire/http/evaluation-examples.ts';
import { exampleAuditLine } from '#wire/http/audit.ts';
import { exampleFigures, exampleSummary } from '#wire/http/examples.ts';
import { fakeAccounts, fakePeople } from './fake-accounts.ts';
import { fakeAuditTrail } from './fake-audit.ts';
import { fakePhotos } from './fake-photos.ts';
import { fakeResponsibility } from './fake-responsibility.ts';
import { fakeBriefings } from './fake-briefings.ts';
import { fakeDesk } from './fake-desk.ts';
import { fakeHandovers } from './fake-handovers.ts';
import { fakeHistory } from './fake-history.ts';
import { fakeReplays, fakeWalls } from './fake-walls.ts';
import { fakeScreens } from './fake-screens.ts';

export const now = Date.parse('2026-11-22T09:00:00+08:00');

/** A port that answers from memory and remembers what it was asked. */
export function fakePort() {
  const seen = {
    audits: [] as AuditLine[],
    auditFilters: [] as AuditFilter[],
    ended: [] as string[],
    filters: [] as CaseFilter[],
    reports: [] as unknown[],
    events: [] as unknown[],
    fixes: [] as unknown[],
    beats: [] as unknown[],
    lists: [] as ListFile[],
    screens: [] as unknown[],
  };
  let storeIsDown = false;
  const known = new Map<string, string>();
  const needStore = (): void => {
    if (storeIsDown) throw new StoreUnavailable('no connection');
  };
  const port: ApiPort = {
    now: () => now,
    evaluation: {
      definitions: () => exampleIndicators,
      league: () => exampleEvaluation,
      sheet: async () => ({ file: new Uint8Array(), label: '2016-12' }),
      series: () => exampleSeries,
      change: async () => exampleSettings,
      cases: async () => ({ ...exampleEvaluationCases, next: null }),
    },
    ingest: {
      async reports(who, items) {
        needStore();
        return items.map((item) => {
          seen.reports.push(item);
          const key = `${who.id}/${item.sourceId}`;
          const before = known.get(key);
          if (before !== undefined) return { status: 'duplicate', caseNumber: before };
          known.set(key, `E0110-20261122-${String(known.size + 1).padStart(6, '0')}`);
          return { status: 'accepted', caseNumber: known.get(key) ?? '' };
        });
      },
      async caseEvents(_who, items) {
        needStore();
        seen.events.push(...items);
        return items.map(() => ({ status: 'accepted', caseNumber: 'E1' }));
      },
      async positions(_who, fixes) {
        needStore();
        seen.fixes.push(...fixes);
        const rejected = fixes.flatMap((fix, index) =>
          fix.team.startsWith('C') ? [] : [{ index, code: 'unknown-team' as const, field: 'team', message: 'unknown' }],
        );
        return { accepted: fixes.length - rejected.length, rejected };
      },
      beat: ({ id }, at, receivedAt) => void seen.beats.push({ id, at, receivedAt }),
    },
    queries: {
      async listCases(_who, filter, { beforeId }) {
        needStore();
        seen.filters.push(filter);
        return { cases: [exampleSummary], nextBeforeId: beforeId === null ? 1042 : null };
      },
      caseByNumber: async (_who, number) => (number === exampleSummary.number ? detail : null),
      alerts: async () => ({ total: 0, alerts: [] }),
      places: async () => [],
      locate: () => exampleSummary.place,
      locateAt: async () => exampleSummary.place,
      teams: async () => [],
      figures: async (_who, place) => (place === '120999' ? null : exampleFigures),
      dictionary: () => ({
        version: 'v7',
        city: { code: '120000', nameZh: '天津市', nameEn: 'Tianjin' },
        places: [],
        categories: [],
        departments: [],
        sources: [],
      }),
    },
    moves: {
      async move(_who, caseNumber, { expected }) {
        needStore();
        if (caseNumber !== exampleSummary.number) {
          return { ok: false, refusal: { code: 'not-found', message: `there is no case ${caseNumber}` } };
        }
        if (expected === 1) {
          const other = { name: '张三', what: 'dispatched', at: now };
          return { ok: false, refusal: { code: 'version-conflict', message: '张三 was first', other } };
        }
        if (expected === 2) {
          return { ok: false, refusal: { code: 'illegal-move', message: 'not now', legal: ['comment'] } };
        }
        return { ok: true, caseNumber, version: 6, moveVersion: 6 };
      },
      take: async () => ({ ok: true, caseNumber: exampleSummary.number, version: 5, moveVersion: 5 }),
      release: async () => ({ ok: true, caseNumber: exampleSummary.number, version: 5, moveVersion: 5 }),
      close: async () => ({ ok: true, caseNumber: exampleSummary.number, version: 5, moveVersion: 5 }),
      shelve: async () => ({ ok: true, caseNumber: exampleSummary.number, version: 5, moveVersion: 5 }),
    },
    photos: fakePhotos(),
    tasks: { tasks: async () => [], take: async () => true, coverage: () => [] },
    responsibility: fakeResponsibility(),
    waiting: {
      requests: async () => [],
      owedReplies: async () => [],
      likelyDuplicates: async (_who, number) => (number === exampleSummary.number ? [] : null),
    },
    walls: fakeWalls(() => now),
    replays: fakeReplays(() => now),
    briefings: fakeBriefings(),
    desk: fakeDesk(() => now),
    handovers: fakeHandovers(),
    history: fakeHistory(),
    rules: { current: () => DEFAULT_RULES, change: async (_who, change) => ({ ...DEFAULT_RULES, ...change }) },
    screens: fakeScreens(seen.screens),
    lists: createLists([fakeList(seen.lists)]),
    placeProblems: () => [],
    geocoder: {
      forward: (_text, { limit }) => ({ candidates: [], reason: limit > 0 ? 'nothing-alike' : null }),
      suggest: () => ({ candidates: [], reason: 'no-text' }),
      reverse: () => ({
        place: exampleSummary.place,
        divisions: [],
        road: null,
        plate: null,
        named: null,
        zh: '和平区',
        en: 'Heping District',
      }),
      state: () => ({ entries: 0, version: '1' }),
    },
    handbook: async () => ({ version: 'h1', conditions: [], stageLimits: [] }),
    components: {
      version: () => '3',
      within: () => ({ total: 0, components: [] }),
      near: () => [],
      byCode: async (code) =>
        code === '1201010101000123'
          ? {
              code,
              scheme: '6-2-2-6',
              categoryKey: 'gbt30428.2-2013:component:0101',
              name: '上水井盖',
              owner: '',
              maintainer: '',
              supervisor: '',
              gridCode: null,
              state: 'intact',
              installedOn: null,
              changedOn: null,
              accuracy: null,
              position: { lon: 117.2, lat: 39.1 },
              source: 'test',
              note: '',
              simulated: true,
            }
          : null,
      casesOf: async () => [],
      search: async () => ({ total: 0, components: [], next: null }),
      summary: async () => ({ total: 0, simulated: 0, categories: [], owners: [], states: [], districts: [] }),
    },
    health: {
      live: () => ({ node: 'n1', build: 'test', startedAt: now }),
      ready: async () => [{ name: 'store', ok: !storeIsDown, detail: storeIsDown ? 'no connection' : 'answered' }],
    },
    auditOf: async (act) => seen.audits.filter((line) => line.act === act && line.result === 'done').reverse(),
    accounts: fakeAccounts(seen.ended),
    people: fakePeople,
    auditTrail: fakeAuditTrail(exampleAuditLine, seen.auditFilters),
    async audit(line) {
      seen.audits.push(line);
    },
  };
  return {
    port,
    seen,
    breakStore: (down: boolean) => {
      storeIsDown = down;
    },
  };
}

/** A list that refuses a file holding the word `bad`, and any basis but `b1`. */
function fakeList(seen: ListFile[]): ListKind {
  const counts = { rows: 1, added: 1, changed: 0, removed: 0, unchanged: 0 };
  const version: ListVersion = { version: '2', at: now, by: 'administrator', note: 'a.csv', current: true, counts };
  const problems = [
    {
      line: 3,
      field: 'code',
      reason: { zh: '少见', en: 'is odd' },
      hint: { zh: '看一看', en: 'look at it' },
      refuses: false,
    },
    {
      line: 2,
      field: 'code',
      reason: { zh: '有误', en: 'is bad' },
      hint: { zh: '改正', en: 'mend it' },
      refuses: true,
    },
  ];
  const isBad = (file: ListFile): boolean => Buffer.from(file.bytes).includes('bad');
  return {
    id: 'fruit',
    options: [{ name: 'absent', choices: ['keep', 'remove'], fallback: 'keep' }],
    template: async (format) => Buffer.from(`template as ${format}`),
    async preview(file) {
      seen.push(file);
      return { basis: 'b1', counts, changes: [], problems: isBad(file) ? problems : [] };
    },
    async apply(file, _by, basis) {
      if (isBad(file) || basis !== 'b1') throw new ListRefused(problems);
      return version;
    },
    versions: async () => [version],
    undo: async (wanted) => ({ ...version, version: '3', note: `back to ${wanted}` }),
  };
}

/** Somebody with a role, known by a key of the same name. */
export function principalOf(role: Role, scope = '120000'): Principal {
  const kind = role === 'source' ? 'source' : role === 'screen' ? 'system' : 'person';
  return { kind, id: `${role}-1`, name: role, role, scope, department: role === 'department' ? 'd-1' : null };
}

const state: CaseState = {
  phase: 'dispose',
  conduct: 'own',
  channel: 'public',
  categoryKey: exampleSummary.categoryKey,
  conditionNo: 1,
  urgent: false,
  description: '垃圾满溢',
  address: exampleSummary.address,
  position: exampleSummary.position,
  place: exampleSummary.place,
  reporter: { name: '王小丫', phone: '13812345678' },
  media: { before: [], after: [] },
  department: exampleSummary.department,
  supporting: [],
  disposalLimit: null,
  instances: [],
  whole: null,
  suspended: null,
  supervisionLevel: 0,
  forced: false,
  counts: { rework: 0, returned: 0, dispatched: 1, extended: 0, urged: 0, suspended: 0 },
  reportedAt: exampleSummary.reportedAt,
  acceptedAt: null,
  filedAt: null,
  dispatchedAt: null,
  disposedAt: null,
  checkedAt: null,
  endedAt: null,
  anomalies: [],
  version: 5,
  moveVersion: 5,
};

const detail: CaseDetail = {
  summary: exampleSummary,
  state,
  events: [
    {
      eventId: 'reported',
      at: exampleSummary.reportedAt,
      recordedAt: exampleSummary.reportedAt,
      actor: { kind: 'source', id: 'hotline', name: '热线' },
      data: {
        type: 'reported',
        conduct: 'own',
        channel: 'public',
        categoryKey: null,
        conditionNo: null,
        description: '垃圾满溢',
        address: '',
        position: null,
        place: exampleSummary.place,
        reporter: { name: '王小丫', phone: '13812345678' },
        media: [],
        dueGiven: null,
        limit: null,
      },
    },
  ],
  clocks: [],
  alerts: [],
  legal: ['comment'],
  rights: ['comment'],
};
