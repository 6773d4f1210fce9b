import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { createRuleStore } from '#adapters/postgres/rule-store.ts';
import { createStoreQueries } from '#adapters/postgres/queries/store-queries.ts';
import { RuleBook } from '#application/case/rule-book.ts';
import { createWaiting } from '#application/query/waiting.ts';
import type { RequestFilter } from '#application/query/waiting-port.ts';
import { DEFAULT_RULES } from '#domain/case/rules.ts';
import type { Move } from '#domain/case/move.ts';
import type { Principal } from '#domain/account/role.ts';
import { aReport, person, smallPlatform } from '../fixtures/small-platform.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const officer = person('duty-officer', { scope: '120101' });
const dispatcher = person('dispatcher', { scope: '120101' });
const office = person('department', { department: 'd1', scope: '120101' });
const PENDING: RequestFilter = { place: null, kind: null, status: 'pending' };

describe('what waits for somebody, in the store', () => {
  let place: TestDatabase;
  let database: Database;
  let city: ReturnType<typeof smallPlatform>;
  let waiting: ReturnType<typeof createWaiting>;
  let now = NOW;

  beforeAll(async () => {
    place = await createTestDatabase();
    database = createDatabase(place.url, { max: 2 });
    city = smallPlatform(() => (now += 1_000), createCaseLog(database.pool));
    waiting = createWaiting({ store: createStoreQueries(database), rules: () => DEFAULT_RULES, now: () => now });
  });
  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  async function make(number: string, move: Move, who: Principal): Promise<void> {
    expect(await city.move(number, move, who)).toMatchObject({ ok: true });
  }

  /** A case that department d1 disposes of. */
  async function disposing(id: string): Promise<string> {
    const [answer] = await city.reports([aReport(id, { reportedAt: now })]);
    if (answer?.status !== 'accepted') throw new Error('the report was not taken');
    const { caseNumber } = answer;
    await make(caseNumber, { move: 'accept' }, officer);
    await make(caseNumber, { move: 'file', categoryKey: 'gbt30428.2-2013:event:0110', conditionNo: 2 }, officer);
    await make(caseNumber, { move: 'dispatch', department: 'd1', supporting: ['d2'], note: '' }, dispatcher);
    return caseNumber;
  }

  it('lists requests until they are answered, oldest first, to those whose reach covers the case', async () => {
    const [first, second] = [await disposing('a'), await disposing('b')];
    await make(second, { move: 'ask', kind: 'return', reason: '非本单位', until: null, instance: null }, office);
    await make(first, { move: 'ask', kind: 'extension', reason: '缺配件', until: null, instance: null }, office);
    const listed = await waiting.requests(dispatcher, PENDING, 10);
    expect(listed.map((one) => [one.case.number, one.request.kind, one.answerable])).toEqual([
      [second, 'return', true],
      [first, 'extension', true],
    ]);
    expect(await waiting.requests(office, PENDING, 10)).toMatchObject([{ answerable: false }, { answerable: false }]);
    expect(await waiting.requests(person('dispatcher', { scope: '120104' }), PENDING, 10)).toEqual([]);
    expect(await waiting.requests(dispatcher, { ...PENDING, kind: 'void' }, 10)).toEqual([]);
    await make(first, { move: 'answer', request: 1, granted: true, reason: '同意' }, dispatcher);
    expect(await waiting.requests(dispatcher, PENDING, 10)).toHaveLength(1);
    expect(await waiting.requests(dispatcher, { ...PENDING, status: 'granted' }, 10)).toMatchObject([
      { case: { number: first }, request: { answer: { reason: '同意' } } },
    ]);
  });

  it('lists replies owed to a supervision, late ones alone on request', async () => {
    const number = await disposing('c');
    await make(number, { move: 'supervise', level: null, reason: '久拖', replyBy: now + 60_000 }, officer);
    const all = { place: null, lateOnly: false };
    expect(await waiting.owedReplies(officer, all, 10)).toMatchObject([{ case: { number }, late: false }]);
    expect(await waiting.owedReplies(officer, { ...all, lateOnly: true }, 10)).toEqual([]);
    now += 120_000;
    expect(await waiting.owedReplies(officer, { ...all, lateOnly: true }, 10)).toMatchObject([{ late: true }]);
    await make(number, { move: 'reply', supervision: 1, text: '今日完成' }, office);
    expect(await waiting.owedReplies(officer, all, 10)).toEqual([]);
  });

  it('suggests cases near in place and time as duplicates, and joins them', async () => {
    const [first, near] = [await disposing('d'), await disposing('e')];
    const suggested = await waiting.likelyDuplicates(officer, near);
    expect(suggested?.map((one) => one.case.number)).toContain(first);
    await make(near, { move: 'join', to: first, reason: '同一处' }, officer);
    expect((await waiting.likelyDuplicates(officer, first))?.map((one) => one.case.number)).not.toContain(near);
    const { rows } = await database.pool.query<{ phase: string; duplicate_of: string }>(
      'SELECT phase, duplicate_of FROM city_case WHERE number = $1',
      [near],
    );
    expect(rows).toEqual([{ phase: 'void', duplicate_of: first }]);
    expect(city.entries.at(-1)).toMatchObject({ event: { data: { type: 'duplicate-joined', number: near } } });
    expect(await city.move(near, { move: 'comment', text: '看' }, office)).toMatchObject({ ok: true });
    const supporting = person('department', { department: 'd2', scope: '120101' });
    await make(first, { move: 'support', note: '已围挡', media: [] }, supporting);
    expect(await waiting.likelyDuplicates(person('department', { department: 'd9' }), first)).toBeNull();
  });

  it('keeps what the city sets about its moves, for every node, and defaults for the rest', async () => {
    const [here, there] = [new RuleBook(createRuleStore(database.pool)), new RuleBook(createRuleStore(database.pool))];
    await here.read();
    expect(here.current).toEqual(DEFAULT_RULES);
    await here.change(person('administrator'), { command: 'one-level' }, now);
    await there.read();
    expect(there.current).toEqual({ ...DEFAULT_RULES, command: 'one-level' });
    await database.pool.query(`UPDATE case_rule SET document = '{"maxExtensions": 1}'`);
    await there.read();
    expect(there.current).toEqual({ ...DEFAULT_RULES, maxExtensions: 1 });
  });
});
