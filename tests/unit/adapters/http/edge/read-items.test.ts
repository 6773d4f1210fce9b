import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCaseEvent } from '#adapters/http/edge/read-case-event.ts';
import { readFix } from '#adapters/http/edge/read-fix.ts';
import { readReport } from '#adapters/http/edge/read-report.ts';
import { fixSchema } from '#wire/http/fix.ts';

const now = Date.parse('2026-11-22T09:00:00+08:00');
const report = { sourceId: 'HP-1', reportedAt: '2026-11-22T08:41:07+08:00' };
const event = { eventId: 'e1', caseSourceId: 'HP-1', at: '2026-11-22T08:50:00+08:00', type: 'told' };
const fix = { team: 'C-1', lon: 117.2, lat: 39.13, at: '2026-11-22T08:50:00+08:00' };

function verdict(read: { ok: true; item: unknown } | { ok: false; rejection: { code: string; field: string | null } }) {
  return read.ok ? 'ok' : [read.rejection.code, read.rejection.field];
}

describe('a report', () => {
  it('becomes instants in milliseconds and a position in the platform datum', () => {
    const read = readReport({ ...report, position: { lon: 117.2, lat: 39.13 }, dueAt: 1795399200000 }, now);
    expect(read).toMatchObject({
      ok: true,
      item: {
        sourceId: 'HP-1',
        reportedAt: Date.parse(report.reportedAt),
        dueAt: 1795399200000,
        position: { lon: 117.2, lat: 39.13 },
        channel: 'platform',
        conduct: 'own',
        category: null,
      },
    });
  });

  it.each([
    [{}, ['missing-field', 'sourceId']],
    [{ sourceId: 'a' }, ['missing-field', 'reportedAt']],
    [{ ...report, reportedAt: '2026-11-22T08:41:07' }, ['bad-time', 'reportedAt']],
    [{ ...report, reportedAt: '2026-11-22 08:41:07+08:00' }, ['bad-time', 'reportedAt']],
    [{ ...report, reportedAt: '2026-02-30T08:41:07Z' }, ['bad-time', 'reportedAt']],
    [{ ...report, reportedAt: '9999-01-01T00:00:00Z' }, ['time-in-future', 'reportedAt']],
    [{ ...report, reportedAt: now + 5 * 60_000 + 1 }, ['time-in-future', 'reportedAt']],
    [{ ...report, reportedAt: now + 5 * 60_000 }, 'ok'],
    [{ ...report, reportedAt: '1999-12-31T23:59:59Z' }, ['time-too-old', 'reportedAt']],
    [{ ...report, reportedAt: 1795308067 }, ['time-too-old', 'reportedAt']],
    [{ ...report, reportedAt: 1e300 }, ['bad-time', 'reportedAt']],
    [{ ...report, dueAt: '2099-01-01T00:00:00Z' }, ['time-in-future', 'dueAt']],
    [{ ...report, sourceId: 'a\u0000b' }, ['bad-text', 'sourceId']],
    [{ ...report, description: '\ud800' }, ['bad-text', 'description']],
    [{ ...report, address: 'x\u202ey' }, ['bad-text', 'address']],
    [{ ...report, sourceId: '' }, ['bad-field', 'sourceId']],
    [{ ...report, sourceId: 7 }, ['bad-field', 'sourceId']],
    [{ ...report, reportedat: 1 }, ['unknown-field', 'reportedat']],
    [
      JSON.parse('{"sourceId":"a","reportedAt":1795308067000,"__proto__":{"admin":true}}'),
      ['unknown-field', '__proto__'],
    ],
    [{ ...report, position: { lon: 39.13, lat: 117.2 } }, ['position-swapped', 'position.lon']],
    [{ ...report, position: { lon: '117', lat: 39 } }, ['bad-position', 'position.lon']],
    [{ ...report, position: { lon: 117, lat: 39, datum: 'x' } }, ['unknown-datum', 'position.datum']],
    [{ ...report, position: [117, 39] }, ['bad-position', 'position']],
    [{ ...report, description: 'x'.repeat(2001) }, ['bad-field', 'description']],
    [null, ['bad-field', null]],
    [[report], ['bad-field', null]],
    ['text', ['bad-field', null]],
  ])('%j is judged %j', (value, expected) => {
    expect(verdict(readReport(value, now))).toEqual(expected);
  });

  it('never throws and never lets a prototype through, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(readReport(value, now).ok).toBe(false);
        expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('gives messages that are safe in a log', () => {
    const read = readReport({ ...report, ['x\r\n{"level":60}']: 1 }, now);
    expect(JSON.stringify(read)).not.toMatch(/\\r|\\n/);
  });
});

describe('a case event', () => {
  it('keeps silent about what was left out', () => {
    const read = readCaseEvent(event, now);
    expect(read.ok && read.item.what).toEqual({ type: 'told', note: '' });
    const told = readCaseEvent({ ...event, dueAt: null, phase: 'closed' }, now);
    expect(told.ok && told.item.what).toEqual({ type: 'told', dueAt: null, phase: 'closed', note: '' });
  });

  it.each([
    [{ ...event, caseNumber: 'E1' }, ['bad-field', null]],
    [{ ...event, caseSourceId: undefined }, ['bad-field', null]],
    [{ ...event, type: 'moved' }, ['bad-field', 'type']],
    [{ ...event, type: 'move', move: { move: 'feed-back' } }, 'ok'],
    [{ ...event, type: 'move', move: { move: 'fly' } }, ['bad-field', 'move.move']],
    [{ ...event, type: 'move', move: { move: 'comment', text: 'a\u0000' } }, ['bad-text', 'move.text']],
    [{ ...event, at: now + 600_000 }, ['time-in-future', 'at']],
    [{ ...event, phase: 'gone' }, ['bad-field', 'phase']],
  ])('%j is judged %j', (value, expected) => {
    expect(verdict(readCaseEvent(value, now))).toEqual(expected);
  });
});

describe('a fix', () => {
  it.each([
    [fix, 'ok'],
    [{ ...fix, lon: 0, lat: 0 }, ['no-fix', 'lon']],
    [{ ...fix, lon: null }, ['bad-position', 'lon']],
    [{ ...fix, at: '2026-11-22' }, ['bad-time', 'at']],
    [{ ...fix, at: '2026-13-22T08:50:00Z' }, ['bad-time', 'at']],
    [{ ...fix, at: now + 600_000 }, ['time-in-future', 'at']],
    [{ ...fix, team: 'a\nb' }, ['bad-field', 'team']],
    [{ ...fix, heading: 361 }, ['bad-field', 'heading']],
    [{ ...fix, speed: -1 }, ['bad-field', 'speed']],
    [{ ...fix, colour: 'red' }, ['unknown-field', 'colour']],
    [
      [1, 2],
      ['bad-field', null],
    ],
  ])('%j is judged %j', (value, expected) => {
    expect(verdict(readFix(value, now))).toEqual(expected);
  });

  it('is let through by hand exactly where its schema lets it through', () => {
    const at = fc.oneof(
      fc.constant(fix.at),
      fc.constant('2026-02-29T00:00:00Z'),
      fc.integer({ min: 946684800000, max: now }),
    );
    const value = fc.record({
      team: fc.oneof(fc.constant('C-1'), fc.string()),
      lon: fc.oneof(fc.double({ min: -180, max: 180 }), fc.constant(null)),
      lat: fc.double({ min: -60, max: 60, noNaN: true }),
      at,
      heading: fc.oneof(fc.double({ min: -1, max: 361, noNaN: true }), fc.constant(null)),
      speed: fc.oneof(fc.double({ min: -1, max: 201, noNaN: true }), fc.constant(undefined)),
    });
    fc.assert(
      fc.property(value, (given) => {
        const bySchema = fixSchema.safeParse(given).success;
        const read = readFix(given, now);
        expect(read.ok || read.rejection.code === 'no-fix' || read.rejection.code === 'time-too-old').toBe(bySchema);
      }),
      { numRuns: 2000 },
    );
  });
});
