import type { SickReason } from './renewal.ts';

/** Pages that stand behind another are named so; the name outlives what they load. */
const NAME = 'citywall-page-';
/** A weak machine draws its first map slowly. */
const PAINTED_WITHIN_MS = 120_000;
const FADE_MS = 400;
const UNDER = '-1';
const OVER = '2147483000';
/** A page that says nothing for this long while it is shown is dead. */
export const SILENT_AFTER_MS = 60_000;
export const BEAT_EVERY_MS = 5_000;

/** What a page says to the one that holds it. Its form must stay: the two may be of different builds. */
type Word = { citywall: 'painted' } | { citywall: 'beat' } | { citywall: 'sick'; why: SickReason };

/** Whether this page stands in a frame that such a page made (an operator's preview does not). */
export function isSecondPage(): boolean {
  return window.name.startsWith(NAME) && window.parent !== window;
}

/** Says something to the page that holds this one. */
export function tellHolder(word: Word): void {
  window.parent.postMessage(word, location.origin);
}

/** Hears what the page in `frame` says. */
export function hearPage(frame: HTMLIFrameElement, hear: (word: Word) => void): () => void {
  const listen = (event: MessageEvent<unknown>): void => {
    if (event.source !== frame.contentWindow || event.origin !== location.origin) return;
    const word = event.data as Partial<Word> | null;
    if (typeof word === 'object' && word !== null && 'citywall' in word) hear(word as Word);
  };
  addEventListener('message', listen);
  return () => removeEventListener('message', listen);
}

let made = 0;

/**
 * Loads this address in a frame behind what is shown; resolves when it is painted, to null when it never is. The frame
 * lies in the window, so that it draws at its real size, and under all that covers it.
 */
export function preparePage(): Promise<HTMLIFrameElement | null> {
  const frame = document.createElement('iframe');
  made += 1;
  frame.name = `${NAME}${made}`;
  frame.src = location.href;
  frame.dataset['testid'] = 'second-page';
  Object.assign(frame.style, {
    position: 'fixed',
    inset: '0',
    width: '100%',
    height: '100%',
    border: '0',
    zIndex: UNDER,
    background: 'var(--ground)',
  });
  return new Promise((resolve) => {
    const done = (painted: boolean): void => {
      clearTimeout(timer);
      deaf();
      if (!painted) frame.remove();
      resolve(painted ? frame : null);
    };
    const timer = setTimeout(() => done(false), PAINTED_WITHIN_MS);
    const deaf = hearPage(frame, (word) => {
      if (word.citywall === 'painted') done(true);
    });
    document.body.append(frame);
  });
}

/** Puts a painted page over all others, in less than half a second; resolves when nothing under it is seen. */
export async function showPage(frame: HTMLIFrameElement): Promise<void> {
  frame.style.zIndex = OVER;
  frame.animate([{ opacity: 0 }, { opacity: 1 }], { duration: FADE_MS, easing: 'ease-out' });
  // A hidden page's animations never end; its timers do.
  await new Promise((resolve) => setTimeout(resolve, FADE_MS * 2));
  frame.dataset['shown'] = '';
  frame.focus();
}
