import { FaultCount } from './fault-count.ts';
import { HeapWatch } from './heap-watch.ts';
import type { SickReason } from './renewal.ts';

const MINUTE_MS = 60_000;
const LOOK_EVERY_MS = 5_000;
/** No frame for this long while timers run: what draws is stuck. */
const NO_FRAME_MS = 15_000;
/** A timer this late is a main thread that stood still; later still, the machine slept. */
const BLOCKED_MS = 10_000;
const SLEPT_MS = 120_000;
/** A page of a day makes room for a fresh one at some moment of the next hours, whatever it looks like. */
const OLD_AFTER_MS = 24 * 3_600_000;
const OLD_OVER_MS = 6 * 3_600_000;

/** Chromium's own figures of a page's memory; other browsers have none. */
type HeapFigures = { usedJSHeapSize: number; jsHeapSizeLimit: number };

/**
 * Watches this page from within: memory, frames, a main thread that stands still, errors that nobody caught, and its
 * age. `onSick` hears why it should make room for a fresh one, perhaps again and again.
 */
export function watchHealth(onSick: (why: SickReason) => void, random: () => number = Math.random): () => void {
  const startedAt = performance.now();
  const oldAt = startedAt + OLD_AFTER_MS + random() * OLD_OVER_MS;
  const heap = new HeapWatch(startedAt);
  const faults = new FaultCount(20, 10 * MINUTE_MS);
  const blocks = new FaultCount(2, 10 * MINUTE_MS);
  let lastFrame = startedAt;
  let asked = false;
  let lastLook = startedAt;
  let lastHeap = startedAt;
  const askForFrame = (): void => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      lastFrame = performance.now();
    });
  };
  const look = (): void => {
    const now = performance.now();
    const late = now - lastLook - LOOK_EVERY_MS;
    lastLook = now;
    // A hidden or sleeping page draws nothing, and that is no fault of it.
    if (document.hidden || late > SLEPT_MS) lastFrame = now;
    else if (late > BLOCKED_MS) {
      lastFrame = now;
      if (blocks.add(now)) onSick('blocked');
    } else if (now - lastFrame > NO_FRAME_MS) {
      lastFrame = now;
      onSick('frames');
    }
    askForFrame();
    if (now - lastHeap >= MINUTE_MS) {
      lastHeap = now;
      const figures = heapFigures();
      if (figures !== null && heap.isSick(now, figures.usedJSHeapSize, figures.jsHeapSizeLimit)) onSick('heap');
    }
    if (now > oldAt) onSick('age');
  };
  const fault = (): void => {
    if (faults.add(performance.now())) onSick('faults');
  };
  askForFrame();
  const timer = setInterval(look, LOOK_EVERY_MS);
  addEventListener('error', fault);
  addEventListener('unhandledrejection', fault);
  return () => {
    clearInterval(timer);
    removeEventListener('error', fault);
    removeEventListener('unhandledrejection', fault);
  };
}

/** Null where the browser does not say. */
export function heapFigures(): HeapFigures | null {
  const memory: unknown = Reflect.get(performance, 'memory');
  if (typeof memory !== 'object' || memory === null) return null;
  const { usedJSHeapSize, jsHeapSizeLimit } = memory as Partial<HeapFigures>;
  return typeof usedJSHeapSize === 'number' && typeof jsHeapSizeLimit === 'number'
    ? { usedJSHeapSize, jsHeapSizeLimit }
    : null;
}
