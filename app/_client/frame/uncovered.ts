/** A label's box: its middle and its size, in pixels. */
export type LabelBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** For each label whether it stands free of all the earlier ones that do. */
export function uncovered(boxes: readonly LabelBox[]): boolean[] {
  const kept: LabelBox[] = [];
  return boxes.map((box) => {
    const free = kept.every(
      (other) =>
        Math.abs(other.x - box.x) * 2 >= other.width + box.width ||
        Math.abs(other.y - box.y) * 2 >= other.height + box.height,
    );
    if (free) kept.push(box);
    return free;
  });
}
