/** A rectangle in pixels of one picture, from its upper left corner. */
export type Box = { x: number; y: number; width: number; height: number };

/** What two boxes share; null when they only touch or lie apart. */
export function shared(a: Box, b: Box): Box | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** How far a box reaches beyond another, in pixels, at the side where that is most; 0 inside. */
export function beyond(inner: Box, outer: Box): number {
  return Math.max(
    0,
    outer.x - inner.x,
    outer.y - inner.y,
    inner.x + inner.width - outer.x - outer.width,
    inner.y + inner.height - outer.y - outer.height,
  );
}

/** The box grown by so many pixels at every side. */
export function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/**
 * The part of a line box that letters fill: a line box has the font's whole ascent and descent, and two of them may share
 * room that no letter stands in.
 *
 * @param em the letters' em height in the box's pixels.
 */
export function inkOf(line: Box, em: number): Box {
  const height = Math.min(line.height, 0.8 * em);
  return { x: line.x, y: line.y + (line.height - height) / 2, width: line.width, height };
}

/** Pairs of boxes that share more than `least` pixels both ways, by their places in the list, each pair once. */
export function overlaps(boxes: readonly Box[], least: number): [number, number][] {
  const order = boxes.map((_, index) => index).sort((a, b) => (boxes[a]?.y ?? 0) - (boxes[b]?.y ?? 0));
  const pairs: [number, number][] = [];
  order.forEach((one, at) => {
    const a = boxes[one];
    for (const other of order.slice(at + 1)) {
      const b = boxes[other];
      if (a === undefined || b === undefined || b.y >= a.y + a.height) break;
      const both = shared(a, b);
      if (both !== null && both.width > least && both.height > least)
        pairs.push(one < other ? [one, other] : [other, one]);
    }
  });
  return pairs;
}
