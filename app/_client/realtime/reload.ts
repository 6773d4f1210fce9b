import { Backoff } from './backoff.ts';

/**
 * Why a page should be made anew: the server speaks another protocol, or serves another build; its graphics fail again
 * and again; a part of its code did not arrive.
 */
export type RenewReason = 'protocol' | 'build' | 'context' | 'code';

const KEY = 'citywall.reloaded-at';
const NOT_MORE_OFTEN_THAN_MS = 60_000;
const SPREAD_FROM_MS = 2_000;
const SPREAD_OVER_MS = 28_000;
let planned = false;
let renewer: ((why: RenewReason) => void) | null = null;

/**
 * Hands the making anew of this page to somebody who can do it without a gap (a wall prepares a second page behind the
 * first). The returned function takes it back.
 */
export function renewThrough(renew: (why: RenewReason) => void): () => void {
  renewer = renew;
  return () => {
    if (renewer === renew) renewer = null;
  };
}

/**
 * Makes the page anew within half a minute. Spread at random so that a wall of screens does not change at once, never
 * twice within a minute, and never before the server answers: a page that loads itself from a server that is away would
 * end as the browser's error page.
 */
export function reloadLater(why: 'protocol' | 'build'): void {
  if (askForFreshPage(why)) return;
  if (planned) return;
  planned = true;
  const last = Number(sessionStorage.getItem(KEY) ?? 0);
  const earliest = Math.max(0, last + NOT_MORE_OFTEN_THAN_MS - Date.now());
  setTimeout(
    () => {
      void whenServerAnswers().then(() => {
        sessionStorage.setItem(KEY, String(Date.now()));
        console.info(`reloading: another ${why}`);
        location.reload();
      });
    },
    earliest + SPREAD_FROM_MS + Math.random() * SPREAD_OVER_MS,
  );
}

const SEEN_KEY = 'citywall.seen-build';

/**
 * Whether this tab never met a server of this build: the page is loaded anew for it once, not for ever, where the two
 * are not built together.
 */
export function isNewToThisTab(build: string): boolean {
  // What runs off a page has nothing to load anew.
  if (typeof sessionStorage === 'undefined' || sessionStorage.getItem(SEEN_KEY) === build) return false;
  sessionStorage.setItem(SEEN_KEY, build);
  return true;
}

/** Asks for a fresh page without a gap; false where nobody can make one, as on a desk. */
export function askForFreshPage(why: RenewReason): boolean {
  renewer?.(why);
  return renewer !== null;
}

/** Resolves as soon as the server says that it is ready; asks again for ever. */
export async function whenServerAnswers(answers: () => Promise<boolean> = serverAnswers): Promise<void> {
  const backoff = new Backoff();
  while (!(await answers())) await new Promise((resolve) => setTimeout(resolve, backoff.next()));
}

const ANSWER_WITHIN_MS = 5_000;

/** Whether the server is there and ready now. Never rejects. */
export async function serverAnswers(): Promise<boolean> {
  try {
    const answer = await fetch('/readyz', { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return answer.ok;
  } catch (error) {
    console.info('the server does not answer yet', error);
    return false;
  }
}
