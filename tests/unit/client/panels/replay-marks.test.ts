import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewOf } from '#client/map/camera.ts';
import { replayMarks } from '#client/panels/focus-map/replay-marks.ts';
import { timelineDrawing } from '#client/panels/replay-timeline/timeline-drawing.ts';

const SIZE = { width: 1_000, height: 600 };
const view = viewOf({ lon: 117.2, lat: 39.1, zoom: 10 }, SIZE, { x: 0, y: 0, ...SIZE });
const title = { left: 0, top: 0, right: 400, bottom: 70 };

describe('diamonds of a replay', () => {
  it('count every case once, and none lies over another or over what is written', () => {
    const at = fc.tuple(fc.integer({ min: 20, max: 980 }), fc.integer({ min: 20, max: 580 }));
    fc.assert(
      fc.property(fc.array(at, { maxLength: 150 }), fc.integer({ min: 6, max: 14 }), (spots, u) => {
        const inside = spots.filter(([x, y]) => x > u && y > u && x < SIZE.width - u && y < SIZE.height - u);
        const marks = replayMarks(
          inside.flatMap(([x, y]) => view.unproject(x, y)),
          view,
          u,
          [title],
        );
        expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(inside.length);
        const boxes = marks.map(({ box }) => box);
        boxes.forEach((one, index) => {
          for (const other of boxes.slice(index + 1)) {
            const apart =
              one.right <= other.left + 1e-6 ||
              other.right <= one.left + 1e-6 ||
              one.bottom <= other.top + 1e-6 ||
              other.bottom <= one.top + 1e-6;
            expect(apart).toBe(true);
          }
        });
      }),
    );
    const under = replayMarks(view.unproject(300, 60), view, 10, [title]);
    expect(under).toHaveLength(1);
    expect(under[0]?.box.top).toBeGreaterThanOrEqual(title.bottom);
  });
});

describe('the line of a replayed day', () => {
  it('keeps within its box, with the axis begun where the day can be seen', () => {
    const series = fc.array(fc.integer({ min: 0, max: 200_000 }), { minLength: 289, maxLength: 289 });
    fc.assert(
      fc.property(series, fc.oneof(series, fc.constant<number[]>([])), (open, before) => {
        const { left, right, top, foot, rules, ...lines } = timelineDrawing(open, before, 1_800, 200, 10);
        for (const [x, y] of [...lines.open, ...lines.earlier]) {
          expect(x >= left - 0.01 && x <= right + 0.01).toBe(true);
          expect(y >= top - 0.01 && y <= foot + 0.01).toBe(true);
        }
        expect(rules.length).toBeGreaterThanOrEqual(2);
        expect(rules.length).toBeLessThanOrEqual(6);
      }),
    );
    const quiet = timelineDrawing(new Array(289).fill(5_600), [], 1_800, 200, 10);
    expect(quiet.rules[0]?.value).toBeGreaterThan(4_000);
  });
});
