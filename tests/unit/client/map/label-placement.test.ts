import { describe, expect, it } from 'vitest';
import { boxAround, overlap, placeLabels, type LabelWish } from '#client/map/label-placement.ts';

const area = { left: 0, top: 0, right: 400, bottom: 300 };
const wish = (id: string, x: number, y: number, reach = 80): LabelWish => ({ id, x, y, width: 60, height: 20, reach });

describe('placeLabels', () => {
  it('puts a label on its point where that is free', () => {
    expect(placeLabels([wish('a', 100, 100)], [], area, 5, new Map())).toMatchObject([{ id: 'a', x: 100, y: 100 }]);
  });

  it('covers neither a symbol nor another label nor the edge', () => {
    const symbol = boxAround(100, 100, 30, 30);
    const placed = placeLabels(
      [wish('a', 100, 100), wish('b', 110, 100), wish('c', 5, 5)],
      [symbol],
      area,
      5,
      new Map(),
    );
    expect(placed).toHaveLength(3);
    const boxes = [symbol, ...placed.map(({ box }) => box)];
    boxes.forEach((one, index) => boxes.slice(index + 1).forEach((other) => expect(overlap(one, other)).toBe(false)));
    for (const { box } of placed) expect(box.left >= 0 && box.top >= 0).toBe(true);
  });

  it('leaves out what has no room', () => {
    expect(placeLabels([wish('a', 100, 100, 20)], [boxAround(100, 100, 200, 200)], area, 5, new Map())).toEqual([]);
  });

  it('keeps a label where it was while that is nearly as good, so that nothing hops', () => {
    const [first] = placeLabels([wish('a', 100, 100)], [boxAround(100, 100, 10, 10)], area, 5, new Map());
    const offset = [(first?.x ?? 0) - 100, (first?.y ?? 0) - 100] as const;
    expect(offset).not.toEqual([0, 0]);
    const [mirrored] = placeLabels(
      [wish('a', 100, 100)],
      [boxAround(100, 100, 10, 10)],
      area,
      5,
      new Map([['a', [-offset[0], -offset[1]]]]),
    );
    expect([(mirrored?.x ?? 0) - 100, (mirrored?.y ?? 0) - 100]).toEqual([0 - offset[0], 0 - offset[1]]);
  });

  it('tries the given spots in order', () => {
    const name: LabelWish = {
      ...wish('a', 100, 100),
      spots: [
        [50, 0],
        [-50, 0],
      ],
    };
    expect(placeLabels([name], [], area, 5, new Map())).toMatchObject([{ x: 150 }]);
    expect(placeLabels([name], [boxAround(150, 100, 10, 10)], area, 5, new Map())).toMatchObject([{ x: 50 }]);
  });
});
