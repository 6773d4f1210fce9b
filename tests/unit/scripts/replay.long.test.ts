import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { StoreUnavailable } from '#application/ports.ts';
import type { FileRow } from '#application/import/profile.ts';
import { boston311 } from '#adapters/files/boston311.ts';
import { openCsv } from '#adapters/files/read-csv.ts';
import type { ItemResult } from '#wire/http/rejection.ts';
import { feed } from '../../../scripts/replay/feed.ts';
import { createReplayClock } from '../../../scripts/replay/replay-clock.ts';
import { inOrder, readFacts, type Message } from '../../../scripts/replay/timeline.ts';

const MADE = 'tests/fixtures/import/boston311-made.csv';
const who = {
  kind: 'source',
  id: 'boston311',
  name: 'Boston',
  role: 'source',
  scope: '120000',
  department: null,
} as const;

async function made(): Promise<{ rows: FileRow[]; read: ReturnType<ReturnType<typeof boston311>['open']> }> {
  const csv = await openCsv(MADE);
  const rows: FileRow[] = [];
  for await (const batch of csv.batches(5)) rows.push(...batch);
  return { rows, read: boston311().open(csv.header) };
}

async function* inBatches(rows: readonly FileRow[]): AsyncIterable<readonly FileRow[]> {
  for (let at = 0; at < rows.length; at += 4) yield rows.slice(at, at + 4);
}

async function all(messages: AsyncIterable<Message>): Promise<Message[]> {
  const found: Message[] = [];
  for await (const message of messages) found.push(message);
  return found;
}

const nameOf = (message: Message): string =>
  message.kind === 'report'
    ? `${message.report.sourceId} report`
    : `${JSON.stringify(message.event.case)} ${message.event.eventId}`;

describe('a file as a stream', () => {
  test('is known before it begins', async () => {
    const { rows, read } = await made();
    const facts = await readFacts(inBatches(rows), read);
    expect(facts).toMatchObject({ cases: 17, rejected: 0, sorted: false });
    expect(new Date(facts.first).toISOString()).toBe('2015-01-05T14:00:00.000Z');
    expect(facts.categories).toHaveLength(3);
    expect(facts.departments).toHaveLength(3);
  });

  test('comes in the order of time, each case after its report, whatever the order of the rows', async () => {
    const { rows, read } = await made();
    const ordered = rows.toSorted((a, b) => ((a.cells[1] ?? '') < (b.cells[1] ?? '') ? -1 : 1));
    const facts = await readFacts(inBatches(ordered), read);
    expect(facts.sorted).toBe(true);
    const streamed = await all(inOrder(inBatches(ordered), read, true));
    const shuffled = await all(inOrder(inBatches(rows.toReversed()), read, false));
    expect(streamed).toHaveLength(46);
    expect(streamed.map(({ at }) => at)).toEqual(streamed.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(new Set(shuffled.map(nameOf))).toEqual(new Set(streamed.map(nameOf)));
    const seen = new Set<string>();
    for (const message of streamed) {
      if (message.kind === 'report') seen.add(message.report.sourceId);
      else expect(message.event.case.kind === 'source-id' && seen.has(message.event.case.sourceId)).toBe(true);
    }
  });
});

describe('the feed', () => {
  const messages = (count: number): Message[] =>
    Array.from({ length: count }, (_, i): Message => ({
      at: i * 1_000,
      kind: 'event',
      event: {
        eventId: String(i),
        case: { kind: 'number', number: 'n' },
        at: i,
        by: null,
        what: { type: 'told', note: '' },
      },
    }));

  async function* stream(list: readonly Message[]): AsyncIterable<Message> {
    yield* list;
  }

  function parts(now: () => number, from = 0) {
    const told: string[] = [];
    let failures = 0;
    const ending = new AbortController();
    return {
      told,
      ending,
      fail: (times: number) => void (failures = times),
      parts: {
        ingest: {
          reports: async () => [] as ItemResult[],
          caseEvents: async (_who: unknown, items: readonly { eventId: string }[]) => {
            if (failures-- > 0) throw new StoreUnavailable('gone');
            told.push(...items.map(({ eventId }) => eventId));
            return [] as ItemResult[];
          },
        },
        who,
        now,
        from,
        onFed: () => undefined,
        signal: ending.signal,
      },
    };
  }

  test('tells nothing before its time and everything at it', async () => {
    let now = 1_500;
    const { told, parts: given } = parts(() => now);
    const feeding = feed(given, stream(messages(4)));
    await pause(150);
    expect(told).toEqual(['0', '1']);
    now = 10_000;
    await feeding;
    expect(told).toEqual(['0', '1', '2', '3']);
  });

  test('goes on from where an earlier one stopped', async () => {
    const { told, parts: given } = parts(() => 10_000, 2_000);
    await feed(given, stream(messages(5)));
    expect(told).toEqual(['2', '3', '4']);
  });

  test('waits for the store, loses nothing, and stops when told to', async () => {
    const { told, fail, parts: given, ending } = parts(() => 2_500);
    fail(1);
    const feeding = feed(given, stream(messages(5)));
    await pause(900);
    expect(told).toEqual(['0', '1', '2']);
    ending.abort();
    await feeding;
    expect(told).toHaveLength(3);
  });
});

test('virtual time stands still until it is set going, with its alarms', async () => {
  const { clock, setGoing } = createReplayClock(1_000_000, 10_000);
  const rung: number[] = [];
  clock.setAlarm(1_500_000, () => rung.push(clock.now()));
  clock.setAlarm(1_400_000, () => rung.push(0))();
  await pause(120);
  expect(clock.now()).toBe(1_000_000);
  expect(rung).toEqual([]);
  setGoing();
  await pause(150);
  expect(clock.now()).toBeGreaterThanOrEqual(1_500_000);
  expect(rung).toHaveLength(1);
  expect(rung[0]).toBeGreaterThanOrEqual(1_500_000);
});
