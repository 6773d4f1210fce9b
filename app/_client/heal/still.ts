/** Half of each side is enough for what is looked at for seconds, and a quarter of the bytes to read back. */
const SCALE = 0.5;
const EVERY_MS = 20_000;
/** As soon as a map has come to rest, but not more often than this. */
const AT_REST_MS = 2_000;

/** What a still needs of a map: events that come while its frame can still be read. */
export type Drawn = {
  getCanvas(): HTMLCanvasElement;
  on(event: 'render' | 'idle', heard: () => void): unknown;
};

/**
 * Keeps a copy of what a map draws in `still`, which lies behind it: when the map's WebGL context is lost its canvas
 * turns clear, and the copy is what is seen until a new map has drawn itself. It is held in plain memory, since what is
 * kept on the graphics card is lost with it.
 */
export function keepStill(map: Drawn, still: HTMLCanvasElement): void {
  let copiedAt = -Infinity;
  const copy = (): void => {
    const canvas = map.getCanvas();
    const [width, height] = [Math.round(canvas.width * SCALE), Math.round(canvas.height * SCALE)];
    const plain = still.getContext('2d', { willReadFrequently: true });
    if (plain === null || width === 0 || height === 0) return;
    if (still.width !== width) still.width = width;
    if (still.height !== height) still.height = height;
    plain.drawImage(canvas, 0, 0, width, height);
    copiedAt = performance.now();
  };
  const copyAfter = (ms: number) => (): void => {
    if (performance.now() - copiedAt >= ms) copy();
  };
  map.on('render', copyAfter(EVERY_MS));
  map.on('idle', copyAfter(AT_REST_MS));
}
