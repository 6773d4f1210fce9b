import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keepIngestKey, keepScreenKey, randomKey } from '#adapters/auth/keys.ts';
import type { PersonRole } from '#application/account/account-port.ts';
import { mayKnowReporter } from '#domain/account/privacy.ts';
import type { Role } from '#domain/account/role.ts';
import type { Move } from '#domain/case/move.ts';
import { operationIds, operations, type OperationId } from '#wire/http/operations.ts';
import { rowOf } from '#wire/policy.ts';
import { mark, markedReporter, marksIn, wrongFor, type Reach } from '../fixtures/markers.ts';
import { greyPng } from '../fixtures/pictures.ts';
import { TestServer } from './test-server.ts';

const DISTRICTS = ['120101', '120102'] as const;
type District = (typeof DISTRICTS)[number];
const POINTS: Readonly<Record<District, { lon: number; lat: number }>> = {
  '120101': { lon: 117.195, lat: 39.119 },
  '120102': { lon: 117.252, lat: 39.128 },
};
const PARTS = ['d1', 'd2'] as const;
const CATEGORY = 'gbt30428.2-2013:event:0101';
const SOURCE = randomKey('source');
const ROLES: PersonRole[] = [
  ...['administrator', 'security-administrator', 'auditor', 'leader', 'duty-officer', 'operator', 'dispatcher'],
  ...['collector'],
].map((role) => role as PersonRole);

type Made = { number: string; photo: string; district: District; part: string };
type Asker = { as: string; role: Role; reach: Reach };

let server: TestServer;
const made: Made[] = [];
const askers: Asker[] = [];
const looked = { answers: 0, bytes: 0 };

const officer = (role: string, district: string): string => `${role}-${district}`;

async function said<Answer>(as: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await server.ask(as, path, body);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${as} ${path}: ${answer.status} ${text}`);
  return JSON.parse(text) as Answer;
}

async function reported(district: District, part: string, no: number): Promise<Made> {
  const text = mark(district, part);
  const picture = greyPng(10 + made.length, 10);
  const kept = (await (await server.send(SOURCE, '/api/v1/photos', picture, 'image/png')).json()) as {
    reference: string;
  };
  const item = {
    ...{ sourceId: `${district}-${part}-${no}`, reportedAt: new Date().toISOString(), channel: 'collector' },
    ...{ category: CATEGORY, conditionNo: 1, description: `井盖 ${text}`, address: text, position: POINTS[district] },
    ...{ reporter: markedReporter(district), media: [kept.reference], component: componentOf(district, no) },
  };
  const { results } = await said<{ results: { caseNumber: string }[] }>(SOURCE, '/api/v1/reports', [item]);
  const number = results[0]?.caseNumber ?? '';
  return { number, photo: kept.reference.slice('photo:'.length), district, part };
}

async function moved({ number, district }: Made, role: string, move: Move): Promise<void> {
  const request = { requestId: `${number}-${move.move}-${role}`, expected: null, move };
  const result = await said<{ ok?: boolean }>(officer(role, district), `/api/v1/cases/${number}/moves`, request);
  if (result.ok === false) throw new Error(`${move.move}: ${JSON.stringify(result)}`);
}

/** Cases in each state that something is told of, with what their officers wrote, and what officers keep. */
async function fill(district: District): Promise<void> {
  const name = mark(district);
  for (const [index, part] of PARTS.entries()) {
    const text = mark(district, part);
    const department = (departments.get(district) ?? [])[index] ?? '';
    for (const no of [1, 2, 3]) {
      const one = await reported(district, part, no);
      made.push(one);
      if (no === 1) continue;
      await moved(one, 'operator', { move: 'accept' });
      await moved(one, 'duty-officer', { move: 'file', categoryKey: CATEGORY, conditionNo: 1 });
      await moved(one, 'dispatcher', { move: 'dispatch', department, supporting: [], note: text });
      await moved(one, 'duty-officer', { move: 'comment', text });
      const replyBy = Date.now() + 3_600_000;
      await moved(one, 'duty-officer', { move: 'supervise', level: null, reason: text, replyBy });
      await moved(one, `department-${part}`, {
        ...{ move: 'ask', kind: 'extension', reason: text, until: null, instance: null },
      });
    }
  }
  const filter = { view: 'untaken', text: '', district, stage: null, grouping: 'auto' };
  await said(officer('duty-officer', district), `/api/v1/desk-views/v${district}`, { name, shared: true, filter });
  const steps = [{ scene: { kind: 'overview' }, note: name, plannedSeconds: null }];
  await said(officer('leader', district), `/api/v1/briefings/b${district}`, { version: 0, name, shared: true, steps });
  const wall = {
    id: `w${district}`,
    names: { zh: name, en: name },
    scope: district,
    viewingDistance: 5_000,
    screens: [],
  };
  const playlist = [{ scene: { kind: 'overview' }, seconds: 60 }];
  await said(officer('administrator', district), `/api/v1/walls/w${district}`, { version: 0, wall, playlist });
}

const departments = new Map<string, string[]>();

/** A register whose components say in their notes whose they are. */
async function bringComponents(): Promise<void> {
  const rows = DISTRICTS.flatMap((district) =>
    [1, 2, 3].map((no) => {
      const { lon, lat } = POINTS[district];
      const text = mark(district);
      return [componentOf(district, no), text, text, text, text, lon + no / 1e5, lat, text].join();
    }),
  );
  const file = ['code,name,owner,maintainer,supervisor,lon,lat,note', ...rows].join('\n');
  const query = 'name=c.csv&datum=wgs84&scheme=6-2-2-6&mode=add&bad-rows=refuse';
  const send = async (path: string): Promise<{ basis: string }> => {
    const answer = await server.send('administrator', path, Buffer.from(file), 'text/csv');
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as { basis: string };
  };
  const { basis } = await send(`/api/v1/lists/components/preview?${query}`);
  await send(`/api/v1/lists/components?${query}&basis=${encodeURIComponent(basis)}`);
}

function componentOf(district: District, no: number): string {
  return `${district}010100000${no}`;
}

beforeAll(async () => {
  server = await TestServer.start(async (pool) => {
    await pool.query(
      `INSERT INTO source (id, name_zh, name_en, simulated, beat_seconds) VALUES ('hotline', '热线', 'Hotline', FALSE, 60)`,
    );
    await keepIngestKey(pool, { id: 'hotline-1', sourceId: 'hotline', key: SOURCE, scope: '120000' });
    for (const district of DISTRICTS) {
      const name = mark(district);
      await pool.query(
        `INSERT INTO team (code, kind, name_zh, name_en, district_code, department, simulated, source)
         VALUES ($1, 'collector', $2, $2, $3, NULL, FALSE, 'hotline')`,
        [`t-${district}`, name, district],
      );
    }
  });
  const add = (as: string, role: Role, scope: string, part: string | null): void => {
    const district = scope === '120000' ? null : scope.slice(0, 6);
    askers.push({ as, role, reach: { district, department: part, personal: mayKnowReporter(role) } });
  };
  for (const district of DISTRICTS) {
    const { rows } = await server.pool.query<{ code: string }>(
      'SELECT code FROM department WHERE district_code = $1 AND retired_at IS NULL ORDER BY code LIMIT 2',
      [district],
    );
    departments.set(
      district,
      rows.map(({ code }) => code),
    );
    for (const role of ROLES) {
      await server.person(officer(role, district), role, district, null, mark(district));
      add(officer(role, district), role, district, null);
    }
    for (const [index, part] of PARTS.entries()) {
      const as = officer(`department-${part}`, district);
      await server.person(as, 'department', district, rows[index]?.code ?? null, mark(district, part));
      add(as, 'department', district, part);
    }
    const key = randomKey('screen');
    const text = mark(district);
    const place = { wall: `w${district}`, name: '1', scope: district };
    await keepScreenKey(server.pool, { ...place, key, label: text, approvedBy: text });
    add(key, 'screen', district, null);
    await server.pool.query(
      `UPDATE responsibility_grid SET person = $2, collector = $3 WHERE code IN
         (SELECT code FROM responsibility_grid WHERE code LIKE $1 || '%' LIMIT 20)`,
      [district, text, `t-${district}`],
    );
  }
  for (const role of ROLES) {
    await server.person(role, role);
    add(role, role, '120000', null);
  }
  await bringComponents();
  for (const district of DISTRICTS) await fill(district);
  const at = new Date().toISOString();
  const fixes = DISTRICTS.map((district) => ({ team: `t-${district}`, ...POINTS[district], at }));
  await said(SOURCE, '/api/v1/positions', fixes);
});
afterAll(() => server?.stop());

/** What is asked for beside an operation's bare address: `{case}`, `{photo}` of each case of a district, `{account}` of each of its people: what somebody may have got to know. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  getCasePhoto: ['/api/v1/cases/{case}/photos/{photo}'],
  listCases: ['/api/v1/cases', '/api/v1/cases?place={district}', '/api/v1/cases?text=mk{district}'],
  getCase: ['/api/v1/cases/{case}'],
  listAlerts: ['/api/v1/alerts', '/api/v1/alerts?place={district}'],
  listPlaces: ['/api/v1/places?level=district'],
  locate: ['/api/v1/locate?lon={lon}&lat={lat}'],
  listTeams: ['/api/v1/teams', '/api/v1/teams?place={district}'],
  getFigures: ['/api/v1/figures', '/api/v1/figures?place={district}'],
  geocode: ['/api/v1/geocode?text=mk{district}'],
  suggestPlaces: ['/api/v1/geocode/suggest?text=mk{district}'],
  reverseGeocode: ['/api/v1/reverse?lon={lon}&lat={lat}'],
  listComponents: ['/api/v1/components?bbox={box}'],
  nearComponents: ['/api/v1/components/near?lon={lon}&lat={lat}&within=500'],
  searchComponents: [
    '/api/v1/components/search',
    '/api/v1/components/search?withCases=true',
    '/api/v1/components/search?text=mk{district}',
    '/api/v1/components/search?place={district}',
  ],
  getComponent: ['/api/v1/components/{component}'],
  listRequests: ['/api/v1/requests', '/api/v1/requests?place={district}'],
  listSupervisions: ['/api/v1/supervisions', '/api/v1/supervisions?place={district}'],
  listDuplicates: ['/api/v1/cases/{case}/duplicates'],
  listTasks: ['/api/v1/tasks', '/api/v1/tasks?place={district}', '/api/v1/tasks?collector=t-{district}'],
  getCoverage: ['/api/v1/coverage', '/api/v1/coverage?place={district}'],
  listResponsibilityGrids: ['/api/v1/responsibility-grids', '/api/v1/responsibility-grids?place={district}'],
  getPatrol: ['/api/v1/coverage/responsibility-grids', '/api/v1/coverage/responsibility-grids?place={district}'],
  getReplay: ['/api/v1/replay', '/api/v1/replay?place={district}'],
  getHandover: ['/api/v1/handovers/1'],
  listAccounts: ['/api/v1/accounts', '/api/v1/accounts?text=mk{district}'],
  listSessions: ['/api/v1/accounts/{account}/sessions'],
  getPeopleTemplate: ['/api/v1/people/template?format=csv'],
  getScreenPicture: ['/api/v1/screens/w{district}/1/picture'],
  getPlaceProblems: ['/api/v1/place-problems?parent={district}'],
  getListTemplate: ['/api/v1/lists/components/template?format=csv'],
  getListVersions: ['/api/v1/lists/components/versions'],
  getEvaluation: ['place', 'department', 'post'].map((kind) => `/api/v1/evaluation?object=${kind}&span=day`),
  exportEvaluation: ['/api/v1/evaluation/export?object=place&span=day&format=csv'],
  getEvaluationSeries: ['/api/v1/evaluation/series?indicator=B25&code={district}'],
  listEvaluationCases: ['/api/v1/evaluation/cases?indicator=B25&span=day&code={district}'],
  searchHistory: ['alerts', 'acts'].flatMap((kind) => [
    `/api/v1/history?kind=${kind}`,
    `/api/v1/history?kind=${kind}&place={district}`,
  ]),
  exportHistory: ['/api/v1/history/export?kind=acts&format=csv'],
  listMentionable: ['/api/v1/cases/{case}/people'],
};

/** Codes of unit grids and components begin with their district's. */
const SMALL_CODE = /(?<!\d)(1201\d\d)\d{9,11}(?!\d)/g;

function pathsOf(id: OperationId, accounts: ReadonlyMap<string, string>): string[] {
  return DISTRICTS.flatMap((district) => {
    const { lon, lat } = POINTS[district];
    const box = [lon - 0.01, lat - 0.01, lon + 0.01, lat + 0.01].map((value) => value.toFixed(4)).join();
    const known: Record<string, string> = { district, lon: String(lon), lat: String(lat), box };
    known['account'] = accounts.get(officer('operator', district)) ?? '';
    known['component'] = componentOf(district, 1);
    return (ASKED[id] ?? [operations[id].path]).flatMap((path) =>
      path.includes('{case}')
        ? made
            .filter((one) => one.district === district)
            .map(({ number, photo }) => path.replace('{case}', number).replace('{photo}', photo))
        : [path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => known[name] ?? '')],
    );
  });
}

describe('what a district keeps', () => {
  it('is in no answer of a reading operation to anybody of another one, nor who reported to whoever need not know', async () => {
    await vi.waitFor(async () => {
      const { total } = await said<{ total: number }>('leader', '/api/v1/alerts');
      return total >= 0;
    });
    const ids = operationIds.filter((id) => operations[id].method === 'GET');
    // Whatever has something in its address has to be asked for by it.
    expect(ids.filter((id) => ASKED[id] === undefined && operations[id].path.includes('{'))).toEqual([]);
    const rows = await server.pool.query<{ username: string; id: string }>('SELECT username, id FROM account');
    const accounts = new Map(rows.rows.map(({ username, id }) => [username, id]));
    const astray = new Set<string>();
    const shown = new Map<OperationId, number>();
    for (const id of ids) {
      const row = rowOf(id);
      for (const { as, role, reach } of askers) {
        for (const path of new Set(pathsOf(id, accounts))) {
          const answer = await server.ask(as, path);
          const text = Buffer.from(await answer.arrayBuffer()).toString('utf8');
          looked.answers += 1;
          looked.bytes += text.length;
          // What was asked for comes back in a refusal.
          if (!answer.ok) continue;
          shown.set(id, (shown.get(id) ?? 0) + 1);
          for (const [whole, found] of marksIn(text)) {
            const wrong = wrongFor(reach, found);
            if (wrong !== null) astray.add(`${id} tells ${role} of ${reach.district} ${path}: ${whole} is ${wrong}`);
          }
          if (reach.district === null || row === 'public' || row.scope !== 'place') continue;
          for (const [code, district] of text.matchAll(SMALL_CODE))
            if (district !== reach.district) astray.add(`${id} tells ${role} of ${reach.district}: the code ${code}`);
        }
      }
    }
    process.stdout.write(`${looked.answers} answers, ${looked.bytes} bytes to ${askers.length} people and screens\n`);
    expect([...astray].slice(0, 40)).toEqual([]);
    // It only proves something where there was something to see.
    const never = ids.filter((id) => !shown.has(id));
    expect(never).toEqual(['getHandover', 'getScreenPicture']);
  }, 180_000);
});
