/** What `installFreeze` leaves in a page. */
export type Frozen = Window & { citywallGlass: { freeze(): void; thaw(): void } };

/**
 * Runs in the page before anything else: lets a measuring program hold the picture still, so that two screenshots of it
 * differ only by what was done between them. While it is held, frames, timers and messages wait.
 */
export function installFreeze(): void {
  let frozen = false;
  const waiting: (() => void)[] = [];
  const gated =
    <Given extends unknown[]>(act: (...given: Given) => void) =>
    (...given: Given): void => {
      if (frozen) waiting.push(() => act(...given));
      else act(...given);
    };
  const { requestAnimationFrame: frame, setTimeout: later, setInterval: every } = window;
  window.requestAnimationFrame = (act) => frame(gated(act));
  const timer =
    (start: (act: TimerHandler, ms?: number) => number) =>
    (act: TimerHandler, ms?: number, ...given: unknown[]): number =>
      start(typeof act === 'function' ? gated(() => void act(...given)) : act, ms);
  window.setTimeout = timer(later) as typeof window.setTimeout;
  window.setInterval = timer(every) as typeof window.setInterval;
  const property = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage');
  Object.defineProperty(WebSocket.prototype, 'onmessage', {
    ...property,
    set(this: WebSocket, act: ((event: MessageEvent) => void) | null) {
      property?.set?.call(this, act === null ? null : gated((event: MessageEvent) => act.call(this, event)));
    },
  });
  (window as unknown as Frozen).citywallGlass = {
    freeze() {
      frozen = true;
      for (const animation of document.getAnimations()) animation.pause();
    },
    thaw() {
      frozen = false;
      for (const act of waiting.splice(0)) act();
      for (const animation of document.getAnimations()) animation.play();
    },
  };
}

/** Makes letters invisible and leaves all else as it is: keylines, shadows, shapes, grounds. */
export const WITHOUT_LETTERS = `
  * { -webkit-text-fill-color: transparent !important; transition: none !important; caret-color: transparent !important; }
  svg text, svg tspan { fill-opacity: 0 !important; }
`;
