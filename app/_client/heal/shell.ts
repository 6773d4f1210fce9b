import { renewThrough, whenServerAnswers } from '../realtime/reload.ts';
import { watchHealth } from './health-watch.ts';
import { whenPainted } from './readiness.ts';
import { Renewal, type SickReason } from './renewal.ts';
import {
  BEAT_EVERY_MS,
  hearPage,
  isSecondPage,
  preparePage,
  showPage,
  SILENT_AFTER_MS,
  tellHolder,
} from './second-page.ts';

/** How this page is healed. */
export type Shell = {
  /** Something made this page unfit: a fresh one is prepared behind it and takes its place. */
  renew(why: SickReason): void;
  stop(): void;
};

/**
 * Stands by a wall's page for as long as it is open. The first page draws itself; when it, or the one that took its
 * place, has to go, a fresh one is loaded behind it, shown when it is painted, and the old one is given up. `retire`
 * takes the first page's own picture down. A page that was loaded so only tells its holder how it is.
 */
export function standBy(retire: () => void): Shell {
  return isSecondPage() ? inFrame() : onTop(retire);
}

function inFrame(): Shell {
  const renew = (why: SickReason): void => tellHolder({ citywall: 'sick', why });
  const stops = [watchHealth(renew), renewThrough(renew)];
  const beat = setInterval(() => tellHolder({ citywall: 'beat' }), BEAT_EVERY_MS);
  void whenPainted().then(() => tellHolder({ citywall: 'painted' }));
  return {
    renew,
    stop: () => {
      clearInterval(beat);
      for (const stop of stops) stop();
    },
  };
}

function onTop(retire: () => void): Shell {
  let shown: HTMLIFrameElement | null = null;
  let release = (): void => undefined;
  const renewal = new Renewal({
    replace: async (why) => {
      console.info(`a fresh page is being prepared: ${why}`);
      const fresh = await preparePage();
      if (fresh === null) return false;
      await showPage(fresh);
      const before = shown;
      shown = fresh;
      release();
      release = attend(fresh, renew);
      if (before === null) retire();
      else before.remove();
      return true;
    },
    reload: () => location.reload(),
    serverAnswers: () => whenServerAnswers(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    now: () => performance.now(),
    random: () => Math.random(),
  });
  const renew = (why: SickReason): void => void renewal.ask(why);
  const stopWatching = watchHealth((why) => {
    // Once a frame is shown it watches itself; of this page only what both share counts.
    if (shown === null || why === 'frames') renew(why);
  });
  const stopRenewing = renewThrough(renew);
  return {
    renew,
    stop: () => {
      stopWatching();
      stopRenewing();
      release();
    },
  };
}

/** Hears how a shown page is; one that says nothing any more is replaced. */
function attend(frame: HTMLIFrameElement, renew: (why: SickReason) => void): () => void {
  let heardAt = performance.now();
  const deaf = hearPage(frame, (word) => {
    heardAt = performance.now();
    if (word.citywall === 'sick') renew(word.why);
  });
  const timer = setInterval(() => {
    if (!document.hidden && performance.now() - heardAt > SILENT_AFTER_MS) renew('silent');
  }, BEAT_EVERY_MS);
  return () => {
    clearInterval(timer);
    deaf();
  };
}
