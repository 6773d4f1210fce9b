import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuditLog } from '#adapters/postgres/audit/audit-log.ts';
import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { createStoreQueries } from '#adapters/postgres/queries/store-queries.ts';
import type { CaseFilter } from '#application/api-port.ts';
import type { CaseLog, NewCase } from '#application/ports.ts';
import type { Reach } from '#application/query/reach.ts';
import type { StoreQueries } from '#application/query/store-queries.ts';
import { HOUR, moved, newCase, T0 } from '../../../contract/sample-case.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres.ts';

const ALL: CaseFilter = {
  place: null,
  category: null,
  phases: null,
  source: null,
  overdue: null,
  open: null,
  since: null,
  until: null,
  text: null,
};
const EVERYWHERE: Reach = { place: null, department: null };
const FIRST = { beforeId: null, limit: 100 };

/** Case `i` of ten: reported at T0 + i hours; even ones in Heping, odd ones in Hedong. */
function caseNo(i: number): NewCase {
  const made = newCase({ externalId: `x${i}`, at: T0 + i * HOUR, source: i < 5 ? 'sample' : 'hotline' });
  const districtCode = i % 2 === 0 ? '120101' : '120102';
  const place = { ...made.state.place, districtCode, subdistrictCode: `${districtCode}001` };
  const address = i === 3 ? '100% 南京路_3' : made.state.address;
  const categoryKey = i === 4 ? 'gbt30428.2-2013:component:0101' : null;
  const department = i === 6 ? '120101-water' : null;
  return { ...made, state: { ...made.state, place, address, categoryKey, department } };
}

describe('questions to the store', () => {
  let place: TestDatabase;
  let database: Database;
  let log: CaseLog;
  let queries: StoreQueries;
  beforeAll(async () => {
    place = await createTestDatabase();
    database = createDatabase(place.url, { max: 2 });
    log = createCaseLog(database.pool);
    queries = createStoreQueries(database);
    await log.transact({}, false, () => Array.from({ length: 10 }, (_, i) => caseNo(i)));
    await log.transact({ externals: [{ source: 'sample', externalId: 'x0' }] }, false, (found) => {
      const stored = found.byExternal('sample', 'x0');
      return stored ? [moved(stored, 'closed', T0 + HOUR / 2)] : [];
    });
    const due = (caseId: number, threshold: 'warning' | 'timeout', dueAt: number) => {
      return { caseId, instance: 1, round: 0, threshold, dueAt };
    };
    const { cases } = await log.snapshot();
    const ids = cases.map((it) => it.id);
    await log.raise([due(ids[0] ?? 0, 'warning', T0 + 1.5 * HOUR)], T0 + 1.5 * HOUR);
    await log.raise([due(ids[1] ?? 0, 'timeout', T0 + 3 * HOUR)], T0 + 3 * HOUR);
    await log.raise([due(ids[2] ?? 0, 'timeout', T0 + 4 * HOUR)], T0 + 4 * HOUR);
  });
  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  const list = async (filter: Partial<CaseFilter>, reach = EVERYWHERE, at = T0): Promise<string[]> => {
    const { cases } = await queries.listCases({ ...ALL, ...filter }, reach, at, FIRST);
    return cases.map((it) => it.externalId).toSorted();
  };

  it('pages through cases, newest first, without a gap or a repetition', async () => {
    const seen: string[] = [];
    let beforeId: number | null = null;
    const sizes: number[] = [];
    do {
      const page = await queries.listCases(ALL, EVERYWHERE, T0, { beforeId, limit: 4 });
      seen.push(...page.cases.map((it) => it.externalId));
      sizes.push(page.cases.length);
      beforeId = page.nextBeforeId;
    } while (beforeId !== null);
    expect(seen).toEqual(Array.from({ length: 10 }, (_, i) => `x${9 - i}`));
    expect(sizes).toEqual([4, 4, 2]);
  });

  it('lists by place of any level, phase, source, category, time and openness', async () => {
    expect(await list({ place: '120000' })).toHaveLength(10);
    expect(await list({ place: '120101' })).toEqual(['x0', 'x2', 'x4', 'x6', 'x8']);
    expect(await list({ place: '120102001' })).toEqual(['x1', 'x3', 'x5', 'x7', 'x9']);
    expect(await list({ place: '120101001001007' })).toHaveLength(10);
    expect(await list({ place: '1201' })).toEqual([]);
    expect(await list({ phases: ['closed', 'void'] })).toEqual(['x0']);
    expect(await list({ open: false })).toEqual(['x0']);
    expect(await list({ open: true })).toHaveLength(9);
    expect(await list({ source: 'hotline' })).toEqual(['x5', 'x6', 'x7', 'x8', 'x9']);
    expect(await list({ category: 'gbt30428.2-2013:component:0101' })).toEqual(['x4']);
    expect(await list({ since: T0 + 2 * HOUR, until: T0 + 4 * HOUR })).toEqual(['x2', 'x3']);
    expect(await list({ place: '120101', open: true, since: T0 + 3 * HOUR })).toEqual(['x4', 'x6', 'x8']);
  });

  it('tells overdue from not overdue; what has ended is not', async () => {
    expect(await list({ overdue: true }, EVERYWHERE, T0 + 4 * HOUR)).toEqual(['x1', 'x2']);
    expect(await list({ overdue: false }, EVERYWHERE, T0 + 4 * HOUR)).toHaveLength(8);
  });

  it('finds words in number, address and description, and takes no word for a pattern', async () => {
    expect(await list({ text: '100%' })).toEqual(['x3']);
    expect(await list({ text: '路_3' })).toEqual(['x3']);
    expect(await list({ text: '0_%' })).toEqual([]);
    expect(await list({ text: 'OPEN manhole' })).toHaveLength(10);
    expect(await list({ text: '20261123-000004' })).toEqual(['x3']);
    expect(await list({ text: "'; DROP TABLE city_case; --" })).toEqual([]);
  });

  it('shows nobody more than their reach', async () => {
    expect(await list({}, { place: '120102', department: null })).toEqual(['x1', 'x3', 'x5', 'x7', 'x9']);
    expect(await list({ place: '120101' }, { place: '120102', department: null })).toEqual([]);
    expect(await list({}, { place: '120101', department: '120101-water' })).toEqual(['x6']);
    const number = 'E0110-20261123-000002';
    expect(await queries.caseByNumber(number, { place: '120101', department: null })).toBeNull();
    expect(await queries.caseByNumber(number, EVERYWHERE)).toMatchObject({
      stored: { externalId: 'x1', state: { description: caseNo(1).state.description } },
      summary: { number, phase: 'accept' },
      events: [{ eventId: 'x1#1' }],
      alerts: [{ threshold: 'warning', status: 'open', dueAt: T0 + 1.5 * HOUR }],
    });
    expect(await queries.caseByNumber('E0110-20261123-999999', EVERYWHERE)).toBeNull();
  });

  it('lists alerts worst first, with the case as it is', async () => {
    const any = { place: null, statuses: null, threshold: null };
    const { total, alerts } = await queries.listAlerts(any, EVERYWHERE, 2);
    expect(total).toBe(3);
    expect(alerts.map(({ alert, summary }) => [alert.threshold, alert.dueAt, summary.externalId])).toEqual([
      ['timeout', T0 + 3 * HOUR, 'x2'],
      ['timeout', T0 + 4 * HOUR, 'x3'],
    ]);
    const count = async (filter: object, reach = EVERYWHERE): Promise<number> =>
      (await queries.listAlerts({ ...any, ...filter }, reach, 10)).alerts.length;
    expect(await count({ threshold: 'warning' })).toBe(1);
    expect(await count({ statuses: ['taken'] })).toBe(0);
    expect(await count({ statuses: ['open', 'resolved'] })).toBe(3);
    expect(await count({ place: '120102' })).toBe(2);
    expect(await count({}, { place: '120101', department: null })).toBe(1);
  });

  it('keeps a line for every act', async () => {
    const audit = createAuditLog(database);
    await audit.write({
      at: T0 + 7,
      actor: { kind: 'person', id: 'wang', name: '王' },
      role: 'duty-officer',
      act: 'case.move',
      subject: 'E0110-20261123-000001',
      result: 'refused',
      detail: { reason: 'illegal-move', tries: 2 },
      address: '::1',
    });
    expect(await database.prisma.auditLine.findMany({ omit: { id: true } })).toEqual([
      expect.objectContaining({
        at: new Date(T0 + 7),
        actorId: 'wang',
        result: 'refused',
        detail: { reason: 'illegal-move', tries: 2 },
      }),
    ]);
  });
});
