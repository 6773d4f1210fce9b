import { describe, expect, it } from 'vitest';
import { clearOf, edgeCounts } from '#client/map/edge-counts.ts';
import { boxAround, overlap } from '#client/map/label-placement.ts';
import { scaleBar } from '#client/map/frame.ts';
import { spread } from '#client/map/spread.ts';
import { visibleAnchors } from '#client/map/visible-anchors.ts';

describe('spread', () => {
  it('leaves apart what is apart', () => {
    expect(
      spread([
        { x: 0, y: 0, radius: 10 },
        { x: 30, y: 0, radius: 10 },
      ]),
    ).toEqual([
      [0, 0],
      [30, 0],
    ]);
  });

  it('parts what covers each other, also on the very same point, and moves the later one more', () => {
    const [one, two] = spread([
      { x: 50, y: 50, radius: 10 },
      { x: 50, y: 50, radius: 10 },
    ]) as [[number, number], [number, number]];
    expect(Math.hypot(one[0] - two[0], one[1] - two[1])).toBeGreaterThan(19.5);
    expect(Math.hypot(one[0] - 50, one[1] - 50)).toBeLessThan(Math.hypot(two[0] - 50, two[1] - 50));
  });
});

describe('edgeCounts', () => {
  it('counts what lies outside by direction, at the edge', () => {
    const marks = edgeCounts(
      [
        { x: 500, y: 52, count: 2 },
        { x: 800, y: 48, count: 3 },
        { x: 50, y: -400, count: 1 },
      ],
      100,
      100,
      { across: 20, down: 10 },
    );
    expect(marks.map(({ count }) => count).sort()).toEqual([1, 5]);
    const east = marks.find(({ count }) => count === 5);
    expect(east?.x).toBeCloseTo(80, 5);
    expect(east?.angle).toBeCloseTo(90, 0);
  });

  it('slides a mark along its edge off what is there already', () => {
    const title = { left: 0, top: 0, right: 120, bottom: 30 };
    const [mark] = clearOf([{ x: 100, y: 12, angle: 0, count: 1 }], [title], 400, 300, 20);
    expect(mark?.y).toBe(12);
    expect(overlap(boxAround(mark?.x ?? 0, mark?.y ?? 0, 20, 20), title)).toBe(false);
  });
});

it('takes a round length for the scale', () => {
  expect(scaleBar({ metresPerPixel: 21 }, 140)).toEqual({ metres: 2_000, pixels: 2_000 / 21 });
});

it('finds a point inside the part of an area that shows, and none for a sliver', () => {
  const square = (code: string, west: number, east: number) => ({
    type: 'Feature' as const,
    properties: { code },
    geometry: {
      type: 'Polygon' as const,
      coordinates: [
        [
          [west, 0],
          [east, 0],
          [east, 10],
          [west, 10],
          [west, 0],
        ],
      ],
    },
  });
  const anchors = visibleAnchors(
    { type: 'FeatureCollection', features: [square('a', -50, 5), square('b', 9.9, 50)] },
    [0, 0, 10, 10],
  );
  expect(anchors.get('a')?.[0]).toBeCloseTo(2.5, 0);
  expect(anchors.get('a')?.[1]).toBeCloseTo(5, 0);
  expect(anchors.has('b')).toBe(false);
});
