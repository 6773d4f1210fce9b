import { keptAs, type KeepWord, type KeptWord } from './cache-rules.ts';

const WORKER = '/wall/worker.js';
const ANSWER_WITHIN_MS = 120_000;
/** What a page loads later (another scene's code, a rare character's font) is kept some seconds after. */
const GATHER_MS = 5_000;
/** More than any screen's scenes, fonts and outlines are; what moves on for ever is not kept for ever. */
const MOST = 1_500;

/**
 * Has the service worker keep this page and everything it loaded, now and later, so that it comes up without a server.
 * Does nothing where a browser has no service workers, as on addresses that are neither https nor this machine.
 */
export async function keepPage(build: string): Promise<void> {
  // Pages that are built as they change have no names that last.
  if (build === 'development' || !('serviceWorker' in navigator)) return;
  try {
    const registration: ServiceWorkerRegistration | undefined = await navigator.serviceWorker.register(WORKER);
    if (registration === undefined) return;
    const { active } = await navigator.serviceWorker.ready;
    if (active !== null) keepWhatComes(active, build);
  } catch (error) {
    console.info('this page is not kept for times without a server', error);
  }
}

function keepWhatComes(worker: ServiceWorker, build: string): void {
  const page = location.origin + location.pathname;
  const known = new Set<string>();
  let waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const send = async (): Promise<void> => {
    timer = null;
    const urls = [...waiting];
    waiting = new Set();
    const { kept, missing } = await ask(worker, { type: 'keep', build, page, urls });
    document.documentElement.dataset['kept'] = String(kept);
    if (missing.length > 0) console.info('not kept for times without a server', missing);
  };
  const observer = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) {
      if (known.size >= MOST || known.has(name) || keptAs(name, location.origin) === null) continue;
      known.add(name);
      waiting.add(name);
    }
    if (waiting.size > 0)
      timer ??= setTimeout(
        () => void send().catch((error: unknown) => console.info('nothing was kept', error)),
        GATHER_MS,
      );
  });
  // `buffered` tells of what was loaded before too.
  observer.observe({ type: 'resource', buffered: true });
}

function ask(worker: ServiceWorker, word: KeepWord): Promise<KeptWord> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      port1.close();
      reject(new Error('the service worker did not answer'));
    }, ANSWER_WITHIN_MS);
    port1.addEventListener('message', ({ data }: MessageEvent<KeptWord>) => {
      clearTimeout(timer);
      port1.close();
      resolve(data);
    });
    port1.start();
    worker.postMessage(word, [port2]);
  });
}
