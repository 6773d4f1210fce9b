/**
 * Leaves out corners of a ring that deviate by less than a tolerance (Douglas–Peucker).
 * @param ring [x, y, x, y, …], not closed. @param mustKeep corners that stay whatever they add.
 */
export function thin(
  ring: readonly number[],
  tolerance: number,
  mustKeep: (x: number, y: number) => boolean,
): number[] {
  const corners = ring.length / 2;
  const kept = new Uint8Array(corners);
  const anchors = Array.from({ length: corners }, (_corner, at) => at).filter(
    (at) => at === 0 || at === corners >> 1 || mustKeep(ring[2 * at] as number, ring[2 * at + 1] as number),
  );
  anchors.forEach((from, k) => {
    kept[from] = 1;
    const spans: [number, number][] = [[from, anchors[k + 1] ?? corners]];
    for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
      const middle = farthest(ring, span[0], span[1], tolerance);
      if (middle === -1) continue;
      kept[middle] = 1;
      spans.push([span[0], middle], [middle, span[1]]);
    }
  });
  return ring.filter((_value, at) => kept[at >> 1] === 1);
}

/** The corner between two that lies farthest from the line through them, -1 when within the tolerance. */
function farthest(ring: readonly number[], from: number, to: number, tolerance: number): number {
  const corners = ring.length / 2;
  const [ax, ay] = [ring[2 * from] as number, ring[2 * from + 1] as number];
  const [bx, by] = [ring[2 * (to % corners)] as number, ring[2 * (to % corners) + 1] as number];
  const length = Math.hypot(bx - ax, by - ay);
  let worst = tolerance;
  let found = -1;
  for (let at = from + 1; at < to; at++) {
    const [x, y] = [(ring[2 * at] as number) - ax, (ring[2 * at + 1] as number) - ay];
    const off = length === 0 ? Math.hypot(x, y) : Math.abs(x * (by - ay) - y * (bx - ax)) / length;
    if (off > worst) [worst, found] = [off, at];
  }
  return found;
}
