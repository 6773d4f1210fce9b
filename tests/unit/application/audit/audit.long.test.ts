import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lease, LogEntry } from '#application/ports.ts';
import { auditAlerts, isSound, type AuditAlert, type AuditReport } from '#application/audit/audit.ts';
import type { AuditEvent } from '#application/audit/walk.ts';
import { CalendarShelf } from '#application/audit/calendar-shelf.ts';
import { moveCase } from '#application/case/move-case.ts';
import { CaseWriter } from '#application/case/writer.ts';
import { DeadlineKeeper } from '#application/deadline/keeper.ts';
import { ingestReports } from '#application/ingest/reports.ts';
import { createMemoryCaseLog } from '#adapters/memory/case-log.ts';
import type { Principal } from '#domain/account/role.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { defaultThresholds } from '#domain/clock/clock.ts';
import type { Move } from '#domain/case/move.ts';
import { DEFAULT_RULES, type CaseRules } from '#domain/case/rules.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';
import { ManualClock } from '../../../fixtures/manual-clock.ts';
import { unknownPlaces } from '../../../fixtures/unknown-places.ts';

const calendar = compileCalendar(chinaCalendar);
const days = new CalendarShelf([{ version: chinaCalendar.version, since: 0, document: chinaCalendar }]);
const START = Date.parse('2026-09-29T09:00:00+08:00');
const officer: Principal = {
  kind: 'person',
  id: 'duty',
  name: '值班长',
  role: 'duty-officer',
  scope: '120000',
  department: null,
};
const leader: Principal = { ...officer, id: 'leader', role: 'leader' };
const collector: Principal = { ...officer, id: 'collector', role: 'collector' };
const office: Principal = { ...officer, id: 'office', name: '环卫', role: 'department' };
const source: Principal = { kind: 'source', id: 'app', name: 'app', role: 'source', scope: '120000', department: null };

const always: Lease = {
  start: () => Promise.resolve(),
  isHeld: () => true,
  onChange: () => () => undefined,
  stop: () => Promise.resolve(),
};

/** A whole small platform in memory whose time the test moves. */
function platform(rules: CaseRules = DEFAULT_RULES): {
  clock: ManualClock;
  keeper: DeadlineKeeper;
  entries: LogEntry[];
  report(id: string): Promise<string>;
  move(number: string, move: Move, requestId: string): Promise<void>;
  stop(): Promise<void>;
} {
  const clock = new ManualClock(START);
  const log = createMemoryCaseLog();
  const entries: LogEntry[] = [];
  const onCommitted = (more: LogEntry[]): void => {
    entries.push(...more);
    keeper.onEntries(more);
  };
  const keeper = new DeadlineKeeper({
    log,
    clock,
    lease: always,
    onCommitted,
    longestSleepMs: 1_200_000,
    onError: (error) => expect.fail(String(error)),
  });
  const parts = {
    writer: new CaseWriter({ log, calendar: () => calendar, thresholds: defaultThresholds, onCommitted }),
    calendar: () => calendar,
    handbook: () => ({
      stageLimit: () => ({ value: 30, unit: 'minute' as const }),
      condition: (_key: string, no: number) => ({ limit: { value: no, unit: 'working-hour' as const } }),
      hasCategory: () => true,
      isDepartment: () => true,
    }),
    rules: () => rules,
    locate: () => ({
      inside: true,
      districtCode: '120101',
      subdistrictCode: null,
      communityCode: null,
      gridCode: null,
    }),
    placeOfCode: unknownPlaces,
    isSimulated: () => true,
    now: () => clock.now(),
  };
  return {
    clock,
    keeper,
    entries,
    async report(id) {
      const [answer] = await ingestReports(parts, source, [
        {
          sourceId: id,
          reportedAt: clock.now(),
          channel: 'collector',
          conduct: 'own',
          category: null,
          conditionNo: null,
          description: '',
          address: '',
          position: { lon: 117.2, lat: 39.1 },
          reporter: null,
          media: [],
          dueAt: null,
        },
      ]);
      return answer?.status === 'rejected' ? '' : (answer?.caseNumber ?? '');
    },
    async move(number, move, requestId) {
      const who = { ask: office, shorten: leader, 'self-handle': collector }[move.move as string] ?? officer;
      const asked =
        move.move === 'supervise' && move.replyBy !== null ? { ...move, replyBy: clock.now() + move.replyBy } : move;
      await moveCase(parts, who, number, { requestId, expected: null, move: asked });
    },
    stop: () => keeper.stop(),
  };
}

function audited(
  entries: readonly LogEntry[],
  until: number,
  alter: (alerts: AuditAlert[]) => AuditAlert[] = (all) => all,
): AuditReport {
  const events = new Map<number, AuditEvent[]>();
  const alerts = new Map<number, AuditAlert>();
  for (const entry of entries) {
    if (entry.kind === 'alert') alerts.set(entry.alert.id, entry.alert);
    else if (entry.kind === 'case') {
      const { eventId, at, data } = entry.event;
      const { type, ...rest } = data;
      const all = events.get(entry.caseId) ?? [];
      all.push({ position: entry.position, recordedAt: entry.recordedAt, eventId, type, at, data: rest });
      events.set(entry.caseId, all);
    }
  }
  return auditAlerts(events, alter([...alerts.values()]), days, until);
}

const moves = fc.constantFrom<Move>(
  { move: 'accept' },
  { move: 'file', categoryKey: 'gbt30428.2-2013:event:0110', conditionNo: 2 },
  { move: 'file', categoryKey: 'gbt30428.2-2013:event:0110', conditionNo: 9 },
  { move: 'dispatch', department: 'd', supporting: [], note: '' },
  { move: 'dispatch', department: 'e', supporting: [], note: '' },
  { move: 'extend', reason: '雨' },
  { move: 'suspend', reason: '等', until: null },
  { move: 'resume', reason: '' },
  { move: 'return', reason: '非我' },
  { move: 'feed-back', note: '', media: [] },
  { move: 'check', passed: true, note: '', media: [] },
  { move: 'check', passed: false, note: '', media: [] },
  { move: 'close', note: '', forced: false },
  { move: 'shorten', limit: { value: 1, unit: 'working-hour' }, reason: '急' },
  { move: 'self-handle', note: '', media: [] },
  { move: 'pass', to: '120101', note: '' },
  { move: 'supervise', level: 1, reason: '久', replyBy: null },
  // By when a reply is demanded is told from when the move is made.
  { move: 'supervise', level: 1, reason: '急', replyBy: 3_600_000 },
  { move: 'supervise', level: 2, reason: '再督', replyBy: 30 * 3_600_000 },
  { move: 'lift-supervision', reason: '已办' },
  { move: 'reply', supervision: 1, text: '在办' },
  { move: 'reply', supervision: 2, text: '在办' },
  { move: 'comment', text: '看过' },
  { move: 'ask', kind: 'extension', reason: '缺件', until: null, instance: null },
  { move: 'ask', kind: 'suspension', reason: '等设计', until: null, instance: null },
  { move: 'ask', kind: 'return', reason: '非我', until: null, instance: null },
  { move: 'answer', request: 1, granted: true, reason: '同意' },
  { move: 'answer', request: 1, granted: false, reason: '不同意' },
  { move: 'answer', request: 2, granted: true, reason: '同意' },
);
const history = fc.array(
  fc.record({
    who: fc.nat(4),
    move: moves,
    wait: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 60, max: 2_000 })),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('the deadline keeper, held against a plain recount of its log', () => {
  it.each([
    ['running on', DEFAULT_RULES],
    ['standing still', { ...DEFAULT_RULES, pauseWhilePending: true }],
  ])('raises every alert that ought to exist, once, never early, its clocks %s under requests', async (_, rules) => {
    let expected = 0;
    await fc.assert(
      fc.asyncProperty(history, async (acts) => {
        const city = platform(rules);
        await city.keeper.start();
        const numbers = await Promise.all([0, 1, 2, 3, 4].map((n) => city.report(`r${n}`)));
        for (const [index, { who, move, wait }] of acts.entries()) {
          await city.clock.goTo(city.clock.now() + wait * 60_000 + 7);
          await city.move(numbers[who]!, move, String(index));
        }
        await city.clock.goTo(city.clock.now() + 9 * 86_400_000);
        const report = audited(city.entries, city.clock.now());
        await city.stop();
        expect(report).toMatchObject({ lost: [], spurious: [], doubled: [], early: [], wrongInstant: [] });
        expect(report.maxLatenessMs).toBeLessThanOrEqual(10);
        expect(city.keeper.figures.rescued).toBe(0);
        expected += report.expected;
      }),
      { numRuns: 25 },
    );
    expect(expected).toBeGreaterThan(100);
  });

  it('recounts late replies: each supervision once, none that was given in time or lifted', async () => {
    const city = platform();
    await city.keeper.start();
    const numbers = await Promise.all(['in time', 'late', 'lifted'].map((id) => city.report(id)));
    for (const number of numbers) {
      await city.move(number, { move: 'supervise', level: 1, reason: '急', replyBy: 3_600_000 }, `${number}/1`);
      await city.move(number, { move: 'supervise', level: 2, reason: '再督', replyBy: 7_200_000 }, `${number}/2`);
    }
    await city.move(numbers[0]!, { move: 'reply', supervision: 1, text: '在办' }, 'first');
    await city.move(numbers[0]!, { move: 'reply', supervision: 2, text: '在办' }, 'second');
    await city.move(numbers[2]!, { move: 'lift-supervision', reason: '已办' }, 'lifted');
    await city.clock.goTo(START + 3_600_000);
    const late = () =>
      city.entries.flatMap((entry) =>
        entry.kind === 'alert' && entry.alert.threshold === 'reply-late'
          ? [[entry.change, entry.alert.caseNumber, entry.alert.instance]]
          : [],
      );
    expect(late()).toEqual([]);
    await city.clock.goTo(START + 86_400_000);
    const until = city.clock.now();
    await city.stop();
    expect(late()).toEqual([
      ['raised', numbers[1], 1],
      ['raised', numbers[1], 2],
    ]);
    expect(isSound(audited(city.entries, until))).toBe(true);
    const { lost } = audited(city.entries, until, (all) => all.filter(({ threshold }) => threshold !== 'reply-late'));
    expect(lost).toHaveLength(2);
  });

  it('notices an alert that is missing, too many, twice or at another instant', async () => {
    const city = platform();
    await city.keeper.start();
    await city.report('r');
    await city.clock.goTo(START + 86_400_000);
    const until = city.clock.now();
    await city.stop();
    expect(isSound(audited(city.entries, until))).toBe(true);
    expect(audited(city.entries, until).expected).toBe(2);
    expect(audited(city.entries, until, (all) => all.slice(1)).lost).toHaveLength(1);
    expect(audited(city.entries, until, (all) => [...all, { ...all[0]!, caseId: 99 }]).spurious).toHaveLength(1);
    expect(audited(city.entries, until, (all) => [...all, all[0]!]).doubled).toHaveLength(1);
    expect(
      audited(city.entries, until, (all) => [{ ...all[0]!, dueAt: all[0]!.dueAt + 1 }, ...all.slice(1)]).wrongInstant,
    ).toHaveLength(1);
  });
});
