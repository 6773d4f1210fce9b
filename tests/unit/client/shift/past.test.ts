import { describe, expect, it } from 'vitest';
import { exportAddress, historyAddress, NO_QUESTION, thenAddress } from '#client/shift/history-question.ts';
import { openAt, outlinesOf, projection } from '#client/shift/past-drawing.ts';
import { spanAround, stepAt } from '#client/shift/past-span.ts';
import { instantOfStep, REPLAY_STEPS } from '#domain/wall/replay.ts';
import { NO_POSITION } from '#wire/columns.ts';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-23T14:03:20+08:00');

describe('the day around an instant', () => {
  it('has it in its middle, or ends with what is over', () => {
    const old = NOW - 72 * HOUR;
    const span = spanAround(old, NOW);
    expect(span.to - span.from).toBe(24 * HOUR);
    expect(old - span.from).toBeGreaterThanOrEqual(11.8 * HOUR);
    expect(span.to - old).toBeGreaterThanOrEqual(12 * HOUR);
    expect(spanAround(NOW - HOUR, NOW).to).toBe(Date.parse('2026-11-23T14:00:00+08:00'));
  });

  it('is shown at the last step that is not after it', () => {
    const span = spanAround(NOW - HOUR, NOW);
    const step = stepAt(span, NOW - HOUR);
    expect(instantOfStep(span, step)).toBeLessThanOrEqual(NOW - HOUR);
    expect(instantOfStep(span, step + 1)).toBeGreaterThan(NOW - HOUR);
    expect(stepAt(span, NOW)).toBe(REPLAY_STEPS);
    expect(stepAt(span, span.from - 1)).toBe(0);
    for (const at of [0, 7, 288]) expect(stepAt(span, instantOfStep(span, at))).toBe(at);
  });

  it('has as open what was reported by then and not ended', () => {
    const columns = {
      ...{ from: 0, to: 10_000, length: 4, earlier: { days: 0, open: new Uint32Array() } },
      lon: Int32Array.of(1, 2, 3, NO_POSITION),
      lat: Int32Array.of(1, 2, 3, NO_POSITION),
      reportedAt: Uint32Array.of(1, 4, 6, 1),
      endedAt: Uint32Array.of(5, 0, 0, 0),
      outs: { length: 0, row: new Uint32Array(), from: new Uint32Array(), until: new Uint32Array() },
    };
    expect([openAt(columns, 4_000), openAt(columns, 5_000), openAt(columns, 6_000)]).toEqual([[0, 1], [1], [1, 2]]);
  });
});

describe('the sheet of the past', () => {
  it('has all outlines on it, as wide as on the ground', () => {
    const square = [
      [117, 39],
      [117.1, 39],
      [117.1, 39.1],
      [117, 39],
    ];
    const lines = outlinesOf({
      places: [
        { geometry: { type: 'Polygon', coordinates: [square] } },
        { geometry: { type: 'MultiPolygon', coordinates: [[square]] } },
        { geometry: { type: 'Point', coordinates: [117, 39] } },
        {},
      ],
    });
    expect(lines).toEqual([square, square]);
    const at = projection(lines, 800, 400);
    const [[left, bottom], [right, top]] = [at([117, 39]), at([117.1, 39.1])];
    expect([left >= 0, right <= 800, top >= 0, bottom <= 400]).toEqual([true, true, true, true]);
    expect((right - left) / (bottom - top)).toBeCloseTo(Math.cos((39.05 * Math.PI) / 180), 3);
  });
});

describe('a question to the history', () => {
  it('asks for what is said and nothing else, days whole in the platform’s zone', () => {
    expect(historyAddress(NO_QUESTION, null, 'Asia/Shanghai')).toBe('/api/v1/history?kind=alerts&limit=100');
    const asked = {
      ...NO_QUESTION,
      kind: 'acts' as const,
      who: ' 周 ',
      threshold: 'timeout',
      from: '2026-11-23',
      until: '2026-11-23',
    };
    const query = new URLSearchParams(historyAddress(asked, 'c1', 'Asia/Shanghai').split('?')[1]);
    expect(Object.fromEntries(query)).toEqual({
      ...{ kind: 'acts', who: '周', limit: '100', cursor: 'c1' },
      since: String(Date.parse('2026-11-23T00:00:00+08:00')),
      until: String(Date.parse('2026-11-24T00:00:00+08:00')),
    });
    expect(exportAddress({ ...NO_QUESTION, from: '2026-11-9' }, 'xlsx', 'en', 'Asia/Shanghai')).toBe(
      '/api/v1/history/export?kind=alerts&format=xlsx&lang=en',
    );
    expect(thenAddress(5, 'E1', '120101')).toBe('/shift/then?at=5&case=E1&place=120101');
    expect(thenAddress(5, 'E1', null)).toBe('/shift/then?at=5&case=E1');
  });
});
