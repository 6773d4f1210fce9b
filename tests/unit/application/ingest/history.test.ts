import { describe, expect, test } from 'vitest';
import type { PastMove } from '#application/api-port.ts';
import { readReport } from '#adapters/http/edge/read-report.ts';
import { aReport, smallPlatform } from '../../../fixtures/small-platform.ts';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const MINUTE = 60_000;
const reportedAt = NOW - 600 * MINUTE;

function past(minute: number, move: PastMove['move']): PastMove {
  return { eventId: `${move.move}-${minute}`, at: reportedAt + minute * MINUTE, by: null, move };
}

const filed: PastMove[] = [
  past(3, { move: 'accept' }),
  past(8, { move: 'file', categoryKey: 'gbt30428.2-2013:event:0110', conditionNo: 2 }),
  past(12, { move: 'dispatch', department: 'd1', supporting: [], note: '' }),
];

describe('a report that brings what was done about it', () => {
  test('is one case in one transaction, each move at its own time', async () => {
    const city = smallPlatform(() => NOW);
    const [answer] = await city.reports([aReport('a', { reportedAt, history: filed })]);
    expect(answer?.status).toBe('accepted');
    expect(city.entries.map((entry) => (entry.kind === 'case' ? [entry.event.data.type, entry.event.at] : []))).toEqual(
      [
        ['reported', reportedAt],
        ['accepted', reportedAt + 3 * MINUTE],
        ['filed', reportedAt + 8 * MINUTE],
        ['dispatched', reportedAt + 12 * MINUTE],
      ],
    );
    const last = city.entries.at(-1);
    expect(last?.kind === 'case' && last.after).toMatchObject({ phase: 'dispose', department: 'd1', version: 4 });
  });

  test('goes on from there with case events, and doubles nothing when it is sent again', async () => {
    const city = smallPlatform(() => NOW);
    await city.reports([aReport('a', { reportedAt, history: filed })]);
    const again = await city.reports([aReport('a', { reportedAt, history: filed })]);
    expect(again[0]?.status).toBe('duplicate');
    const name = { kind: 'source-id', sourceId: 'a' } as const;
    const [repeated, next] = await city.caseEvents([
      { eventId: 'dispatch-12', case: name, at: NOW, by: null, what: { type: 'move', move: filed[2]!.move } },
      {
        eventId: 'f',
        case: name,
        at: NOW,
        by: null,
        what: { type: 'move', move: { move: 'feed-back', note: '', media: [] } },
      },
    ]);
    expect([repeated?.status, next?.status]).toEqual(['duplicate', 'accepted']);
    expect(city.entries).toHaveLength(5);
  });

  test('is stored whole or not at all', async () => {
    const city = smallPlatform(() => NOW);
    const answers = await city.reports([
      aReport('a', { reportedAt, history: [filed[0]!, filed[2]!] }),
      aReport('b', { reportedAt, history: [filed[0]!, filed[0]!] }),
      aReport('c', { reportedAt }),
    ]);
    expect(answers).toMatchObject([
      { status: 'rejected', code: 'illegal-move', field: 'history.1.move' },
      { status: 'rejected', code: 'bad-field', field: 'history.1.eventId' },
      { status: 'accepted' },
    ]);
    expect(city.entries).toHaveLength(1);
  });

  test('is checked at the edge like any event', () => {
    const read = (over: object) =>
      readReport(
        { sourceId: 'a', reportedAt, history: [{ eventId: 'e', at: reportedAt, move: { move: 'accept' }, ...over }] },
        NOW,
      );
    expect(read({})).toMatchObject({ ok: true, item: { history: [{ eventId: 'e', by: null }] } });
    expect(read({ at: NOW + 3_600_000 })).toMatchObject({
      rejection: { code: 'time-in-future', field: 'history.0.at' },
    });
    expect(read({ move: { move: 'void', reason: 'a\u0000b' } })).toMatchObject({ rejection: { code: 'bad-text' } });
    expect(read({ move: { move: 'fly' } }).ok).toBe(false);
    expect(readReport({ sourceId: 'a', reportedAt }, NOW)).toMatchObject({ ok: true, item: { sourceId: 'a' } });
  });
});

describe('a disposal of the past', () => {
  test('is judged by the deadline it had, also where the case is told whole', async () => {
    const city = smallPlatform(() => NOW);
    const monday = Date.parse('2026-11-23T08:00:00+08:00');
    const whole = (hours: number): PastMove[] => [
      ...filed.slice(0, 2).map((move, i) => ({ ...move, at: monday - (3 - i) * MINUTE })),
      { ...filed[2]!, at: monday },
      { eventId: 'f', at: monday + hours * 60 * MINUTE, by: null, move: { move: 'feed-back', note: '', media: [] } },
      { eventId: 'k', at: NOW, by: null, move: { move: 'check', passed: true, note: '', media: [] } },
      { eventId: 'c', at: NOW, by: null, move: { move: 'close', note: '', forced: false } },
    ];
    await city.reports([
      aReport('early', { reportedAt: monday - 10 * MINUTE, history: whole(0.5) }),
      aReport('plain', { reportedAt: monday }),
    ]);
    const judged = city.entries.flatMap((entry) =>
      entry.kind === 'case' && entry.judgedDueAt != null ? [[entry.event.eventId, entry.judgedDueAt]] : [],
    );
    // Two working hours from 08:00.
    expect(judged).toEqual([['f', Date.parse('2026-11-23T10:00:00+08:00')]]);
  });
});
