import { describe, expect, test } from 'vitest';
import { CaseWriter } from '#application/case/writer.ts';
import { handbookOf } from '#application/case/handbook.ts';
import { ingestCaseEvents } from '#application/ingest/case-events.ts';
import { ingestReports, type IngestParts } from '#application/ingest/reports.ts';
import type { LogEntry } from '#application/ports.ts';
import { createMemoryCaseLog } from '#adapters/memory/case-log.ts';
import { readCaseEvent } from '#adapters/http/edge/read-case-event.ts';
import { readReport } from '#adapters/http/edge/read-report.ts';
import { CityLife } from '#adapters/simulator/city-life.ts';
import { begin, liveUntil, nextAt, step } from '#adapters/simulator/life.ts';
import { resume } from '#adapters/simulator/resume.ts';
import { historyWindow, pastCases, type PastCase } from '#adapters/simulator/warm-start.ts';
import type { Actor, Principal } from '#domain/account/role.ts';
import type { RequestKind } from '#domain/case/request-kind.ts';
import { DEFAULT_RULES } from '#domain/case/rules.ts';
import { defaultThresholds } from '#domain/clock/clock.ts';
import { isEnd } from '#domain/case/stage.ts';
import type { CaseSummary } from '#domain/case/case.ts';
import type { ItemResult } from '#wire/http/rejection.ts';
import { categoryRows } from '#seed/catalogue/categories.ts';
import { conditionRows } from '#seed/catalogue/conditions.ts';
import { stageLimitRows } from '#seed/catalogue/stage-limits.ts';
import { departmentRows } from '#seed/departments/departments.ts';
import { beijing, calendar, places, simRules } from './sim-rules.ts';
import { unknownPlaces } from '../../../fixtures/unknown-places.ts';

const source: Principal = {
  kind: 'source',
  id: 'simulator',
  name: 'Simulated city',
  role: 'source',
  scope: '120000',
  department: null,
};

const named = (level: string) =>
  places.places
    .filter((place) => place.level === level)
    .map(({ code, nameZh, nameEn, parentCode }) => ({
      code,
      name: { zh: nameZh, en: nameEn },
      districtCode: parentCode ?? '',
    }));

/** The platform's own domain with the national handbook, on a log in memory. */
function platform() {
  let now = 0;
  const entries: LogEntry[] = [];
  const handbook = handbookOf({
    stageLimits: stageLimitRows(),
    conditions: conditionRows(),
    categoryKeys: categoryRows().map(({ key }) => key),
    departmentCodes: departmentRows('120000', named('district'), named('subdistrict')).map(({ code }) => code),
  });
  const writer = new CaseWriter({
    log: createMemoryCaseLog(),
    calendar: () => calendar,
    thresholds: defaultThresholds,
    onCommitted: (more) => entries.push(...more),
  });
  const parts: IngestParts = {
    writer,
    calendar: () => calendar,
    handbook: () => handbook,
    rules: () => DEFAULT_RULES,
    locate: (lon, lat) => places.locate(lon, lat),
    placeOfCode: unknownPlaces,
    isSimulated: () => true,
    now: () => now,
  };
  const good = <Item>(read: { ok: true; item: Item } | { ok: false; rejection: unknown }): Item => {
    if (!read.ok) throw new Error(JSON.stringify(read.rejection));
    return read.item;
  };
  return {
    entries,
    turnTo: (instant: number) => void (now = instant),
    reports: (items: unknown[]): Promise<ItemResult[]> =>
      ingestReports(
        parts,
        source,
        items.map((item) => good(readReport(item, now))),
      ),
    events: (items: unknown[]): Promise<ItemResult[]> =>
      ingestCaseEvents(
        parts,
        source,
        items.map((item) => good(readCaseEvent(item, now))),
      ),
  };
}

const wednesday = beijing('2026-11-25 00:00');
const day = 86_400_000;

function firstActs(seed: number, count: number): string[] {
  const { rules, births } = simRules(seed);
  const life = new CityLife(rules, births, wednesday);
  const acts: string[] = [];
  for (let at = wednesday; acts.length < count; at += 60_000) {
    const { reports, events } = life.collect(at);
    acts.push(...reports.map((it) => JSON.stringify(it)), ...events.map((it) => JSON.stringify(it)));
  }
  return acts.slice(0, count);
}

describe('the life of the city', () => {
  test('is the same for the same seed, act by act', () => {
    const acts = firstActs(7, 1_000);
    expect(firstActs(7, 1_000)).toEqual(acts);
    expect(firstActs(8, 1_000)).not.toEqual(acts);
  });

  test('comes out the same however often it is asked', () => {
    const { rules, births } = simRules();
    const [often, seldom] = [new CityLife(rules, births, wednesday), new CityLife(rules, births, wednesday)];
    const heard: unknown[] = [];
    for (let at = wednesday; at <= wednesday + day / 2; at += 600_000) heard.push(...often.collect(at).events);
    const all: unknown[] = [];
    for (let more = seldom.collect(wednesday + day / 2); more.events.length + more.reports.length > 0;) {
      all.push(...more.events);
      more = seldom.collect(wednesday + day / 2);
    }
    expect(new Set(all.map((it) => JSON.stringify(it)))).toEqual(new Set(heard.map((it) => JSON.stringify(it))));
  });
});

describe('three working days of the city on the real domain', async () => {
  const city = platform();
  const { rules, births } = simRules();
  const life = new CityLife(rules, births, wednesday - 2 * day);
  const refused: ItemResult[] = [];
  const seen = new Map<string, number>();
  for (let at = wednesday - 2 * day; at <= wednesday + day; at += 300_000) {
    city.turnTo(at);
    const { reports, events } = life.collect(at, Infinity);
    const answers = [...(await city.reports(reports)), ...(await city.events(events))];
    refused.push(...answers.filter(({ status }) => status !== 'accepted'));
    for (const event of events) {
      const key = event.type === 'move' ? event.move.move : event.type;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }
  const cases = city.entries.flatMap((entry) => (entry.kind === 'case' ? [entry] : []));
  const happened = (type: string): number => cases.filter(({ event }) => event.data.type === type).length;

  test('every report and every move is taken', () => {
    expect(refused).toEqual([]);
    expect(cases.filter(({ event }) => event.data.type === 'reported').length).toBeGreaterThan(6_000);
  });

  test('most disposals are in time, some are late', () => {
    const judged = cases.filter(({ judgedDueAt }) => judgedDueAt != null);
    const inTime = judged.filter(({ event, judgedDueAt }) => event.at <= (judgedDueAt ?? 0)).length / judged.length;
    expect(judged.length).toBeGreaterThan(2_000);
    expect(inTime).toBeGreaterThan(0.9);
    expect(inTime).toBeLessThan(0.98);
  });

  test('cases take every turn that the flow has', () => {
    const failed = cases.filter(({ event }) => event.data.type === 'checked' && !event.data.passed).length;
    expect(failed / (seen.get('check') ?? 1)).toBeGreaterThan(0.015);
    expect(failed / (seen.get('check') ?? 1)).toBeLessThan(0.04);
    expect(happened('returned') / happened('dispatched')).toBeGreaterThan(0.005);
    expect(happened('returned') / happened('dispatched')).toBeLessThan(0.03);
    for (const type of ['declined', 'verified', 'extended', 'suspended', 'voided', 'urged', 'supervised']) {
      expect([type, happened(type)]).not.toEqual([type, 0]);
    }
  });

  test('departments ask for what they may not decide, and some of it waits for an officer', () => {
    const asked = happened('requested');
    expect(asked / happened('dispatched')).toBeGreaterThan(0.03);
    expect(asked / happened('dispatched')).toBeLessThan(0.12);
    expect(happened('returned') + happened('extended') + happened('suspended')).toBeLessThan(happened('answered'));
    const refused = cases.filter(({ event }) => event.data.type === 'answered' && !event.data.granted).length;
    expect(refused / happened('answered')).toBeGreaterThan(0.02);
    expect(refused / happened('answered')).toBeLessThan(0.25);
    const kinds = new Set(cases.flatMap(({ event }) => (event.data.type === 'requested' ? [event.data.kind] : [])));
    expect(kinds).toEqual(new Set(['extension', 'return', 'suspension', 'void', 'appeal']));
    const asker = cases.find(({ event }) => event.data.type === 'requested');
    expect(asker?.event.actor.id).toBe(`simulator/${asker?.after.department}`);
    // As it stands in the middle of an afternoon.
    const until = beijing('2026-11-24 15:30');
    const waits = new Map(cases.filter(({ event }) => event.at <= until).map(({ after }) => [after.id, after.waits]));
    const waiting = [...waits.values()].flatMap((one) => one?.requests ?? []);
    expect(waiting.length).toBeGreaterThan(8);
    expect(waiting.length).toBeLessThan(asked / 2);
  });

  test('a department that was late appeals now and then; a timeout is excused or stands before the case is closed', () => {
    const appeals = cases.filter(({ event }) => event.data.type === 'requested' && event.data.kind === 'appeal');
    const late = cases.filter(({ event, judgedDueAt }) => judgedDueAt != null && event.at > judgedDueAt).length;
    expect(appeals.length / late).toBeGreaterThan(0.05);
    expect(appeals.length / late).toBeLessThan(0.4);
    const excused = happened('exempted');
    expect(excused / appeals.length).toBeGreaterThan(0.25);
    expect(excused / appeals.length).toBeLessThan(0.85);
    for (const { after } of appeals) expect(after.phase).toBe('close');
  });

  test('districts differ: some are slow', () => {
    const tallies = new Map<string, { due: number; late: number }>();
    for (const { event, after, judgedDueAt } of cases) {
      if (judgedDueAt == null || after.place.districtCode === null) continue;
      const tally = tallies.get(after.place.districtCode) ?? { due: 0, late: 0 };
      tally.due += 1;
      if (event.at > judgedDueAt) tally.late += 1;
      tallies.set(after.place.districtCode, tally);
    }
    const rates = [...tallies.values()].map(({ due, late }) => 1 - late / due).sort((a, b) => a - b);
    expect(rates[0]).toBeLessThan(0.94);
    expect(rates.at(-1)).toBeGreaterThan(0.95);
  });
});

describe('a first start', async () => {
  const now = beijing('2026-11-25 10:30');
  const { rules, births } = simRules();
  const past: PastCase[] = [];
  for await (const one of pastCases(rules, births, { from: historyWindow(rules, now).from, until: now, now }))
    past.push(one);

  test('brings two weeks, thousands open, most of them in disposal', () => {
    expect(past.length).toBeGreaterThan(27_000);
    const open = past.filter((one) => one.open);
    expect(open.length).toBeGreaterThan(1_800);
    const disposing = open.filter(({ living }) => living.case.phase === 'dispose');
    expect(disposing.length / open.length).toBeGreaterThan(0.8);
  });

  test('each case comes with a past that the platform takes whole, none of it ahead of now', async () => {
    const city = platform();
    city.turnTo(now);
    const some = past.filter((_, i) => i % 15 === 0);
    for (let i = 0; i < some.length; i += 200) {
      const answers = await city.reports(some.slice(i, i + 200).map(({ message }) => message));
      expect(answers.filter(({ status }) => status !== 'accepted')).toEqual([]);
    }
    for (const { event } of city.entries.flatMap((entry) => (entry.kind === 'case' ? [entry] : []))) {
      expect(event.at).toBeLessThanOrEqual(now);
    }
    const after = new Map(city.entries.flatMap((it) => (it.kind === 'case' ? [[it.after.externalId, it.after]] : [])));
    for (const { living } of some) {
      expect(after.get(living.case.id)).toMatchObject({ phase: living.case.phase, version: living.case.steps });
    }
  });

  test('goes on where it stands', () => {
    for (const { living, open } of past.filter((one) => one.open).slice(0, 500)) {
      const at = nextAt(living);
      expect(open && at !== null && at > now).toBe(true);
      const { told } = step(rules, living);
      expect(told.eventId).toBe(`${told.move.move}@${living.case.steps}`);
    }
  });
});

describe('a second start', () => {
  const { rules, births } = simRules();
  const now = beijing('2026-11-25 15:00');

  function summaryOf(living: ReturnType<typeof liveUntil>['now'], over: Partial<CaseSummary> = {}): CaseSummary {
    const { case: it } = living;
    return {
      externalId: it.id,
      number: 'E0110-20261125-000001',
      phase: it.phase,
      stageEnteredAt: it.enteredAt,
      department: it.department,
      categoryKey: it.categoryKey,
      conditionNo: null,
      place: {
        inside: true,
        districtCode: it.districtCode,
        subdistrictCode: it.subdistrictCode,
        communityCode: null,
        gridCode: null,
      },
      reworks: Math.max(0, it.disposals - (it.phase === 'check' || it.phase === 'close' ? 1 : 0)),
      suspended: false,
      version: it.steps,
      ...(it.asked !== null && { waits: waitingFor(it.asked) }),
      ...over,
    } as CaseSummary;
  }

  function waitingFor(kind: RequestKind, kindOfActor: Actor['kind'] = 'source'): CaseSummary['waits'] {
    const by: Actor = { kind: kindOfActor, id: 'simulator/somebody', name: '' };
    const about = { instance: 0, until: null, pauses: false, status: 'pending', answer: null } as const;
    return { requests: [{ no: 3, kind, reason: 'x', by, at: now, ...about }], supervisions: [] };
  }

  test('takes up running cases with the plans they had', async () => {
    let compared = 0;
    for await (const { living, open } of pastCases(rules, births, { from: now - day, until: now, now })) {
      const suspended = living.ahead[0]?.move.move === 'resume';
      if (!open) continue;
      const again = resume(rules, births, summaryOf(living, { suspended }), now);
      expect(again?.case).toMatchObject({ id: living.case.id, phase: living.case.phase });
      // A case that was returned looks new to the second start: it may be planned anew.
      if (living.case.phase !== 'dispose' || living.case.disposals === 0) {
        const end = living.ahead.at(-1);
        // A request keeps the number that the platform has given it.
        const answers = end?.move.move === 'answer' && living.case.asked !== null;
        expect(again?.ahead.at(-1)).toEqual(answers ? { ...end, move: { ...end?.move, request: 3 } } : end);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(500);
  });

  test('leaves to its officer what an officer has answered', async () => {
    const others = { requests: [], supervisions: [] };
    let decided = 0;
    for await (const { living, open } of pastCases(rules, births, { from: now - 2 * day, until: now, now })) {
      if (!open || living.case.asked === null) continue;
      decided += 1;
      const again = resume(rules, births, summaryOf(living, { waits: others }), now);
      expect(again?.case.asked).toBeNull();
      const end = living.case.asked === 'appeal' ? 'close' : 'feed-back';
      expect(again?.ahead.map(({ move }) => move.move)).toEqual([end]);
      const suspended = resume(rules, births, summaryOf(living, { waits: others, suspended: true }), now);
      expect(suspended?.ahead.map(({ move }) => move.move)).toEqual(['resume', end]);
      const another = resume(rules, births, summaryOf(living, { waits: waitingFor(living.case.asked, 'person') }), now);
      expect(another?.ahead.some(({ move }) => move.move === 'answer')).toBe(false);
    }
    expect(decided).toBeGreaterThan(5);
  });

  test('finds a way on for what an officer moved', async () => {
    for await (const { living, open } of pastCases(rules, births, { from: now - day / 4, until: now, now })) {
      if (!open || living.case.phase !== 'dispose') continue;
      const suspended = resume(rules, births, summaryOf(living, { suspended: true }), now);
      expect(suspended?.ahead[0]?.move.move).toBe('resume');
      const returned = resume(rules, births, summaryOf(living, { phase: 'dispatch', stageEnteredAt: now }), now);
      expect(returned?.ahead[0]?.move.move).toBe('dispatch');
      const { now: end } = liveUntil(rules, returned!, now + 60 * day);
      expect(isEnd(end.case.phase)).toBe(true);
    }
    const living = begin(rules, births.birth({ dayIndex: 0, date: '2026-11-25', arrivals: [now] }, 0).case);
    expect(resume(rules, births, summaryOf(living, { phase: 'closed' }), now)).toBeNull();
    expect(resume(rules, births, summaryOf(living, { externalId: 'HP-1' }), now)).toBeNull();
  });
});

describe('a handbook with a season', () => {
  test('departments wait for it', () => {
    const { rules, births } = simRules();
    const planting = { ...rules, limitOf: () => ({ value: 15, unit: 'working-day', season: 'planting' }) as const };
    const november = beijing('2026-11-25 10:00');
    const arrivals = Array.from({ length: 300 }, () => november);
    const ends = arrivals.map((_, n) => {
      const { case: it } = births.birth({ dayIndex: 0, date: '2026-11-25', arrivals }, n);
      const dispatched = { ...it, phase: 'dispose', enteredAt: november, department: '120101-greening' } as const;
      return begin(planting, dispatched).ahead;
    });
    for (const ahead of ends) {
      expect(ahead.length).toBeGreaterThan(0);
      for (const { at, move } of ahead.filter((act) => act.move.move === 'feed-back')) {
        expect([move.move, at > beijing('2027-03-01 00:00')]).toEqual(['feed-back', true]);
      }
    }
    expect(ends.some((ahead) => ahead.some(({ move }) => move.move === 'ask'))).toBe(true);
  });
});
