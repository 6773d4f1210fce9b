// Brings a wall's page up when its server is away. It keeps what a painted page asks it to keep (its own address, its
// scripts, fonts and base map), never an answer of the API, and gives it out where the network fails. Built into
// public/wall/worker.js, so that its scope is /wall/.
import { cacheName, cacheRule, keptAs, outdated, type KeepWord, type KeptWord } from './cache-rules.ts';

/** The parts of a service worker's world that are used here; the pages' own types know none of it. */
type Extendable = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Extendable & { request: Request; respondWith(answer: Promise<Response>): void };
type Told = Extendable & { data: unknown; ports: readonly MessagePort[] };
type WorkerScope = {
  location: { origin: string };
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', hear: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', hear: (event: Fetching) => void): void;
  addEventListener(type: 'message', hear: (event: Told) => void): void;
};
const worker = globalThis as unknown as WorkerScope;

const ANSWER_WITHIN_MS = 5_000;
const { origin } = worker.location;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const rule = cacheRule(request, origin);
  if (rule === 'page') event.respondWith(page(request));
  else if (rule === 'frozen') event.respondWith(frozen(request));
  else if (rule === 'fresh') event.respondWith(fresh(request));
});

worker.addEventListener('message', (event) => {
  const word = event.data as Partial<KeepWord> | null;
  if (word?.type !== 'keep' || typeof word.build !== 'string' || !Array.isArray(word.urls)) return;
  event.waitUntil(
    keep(word as KeepWord).then((kept) => {
      for (const port of event.ports) port.postMessage(kept);
    }),
  );
});

function page(request: Request): Promise<Response> {
  return networkFirst(request, keptAs(request.url, origin) ?? request.url);
}

function fresh(request: Request): Promise<Response> {
  return networkFirst(request, request.url);
}

async function frozen(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? fetch(request);
}

/** What the server answers within a few seconds; else what was kept under `name`, and where nothing was, its answer. */
async function networkFirst(request: Request, name: string): Promise<Response> {
  const kept = await caches.match(name);
  if (kept === undefined) return fetch(request);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the server takes too long')), ANSWER_WITHIN_MS);
  });
  try {
    const answer = await Promise.race([fetch(request), late]);
    return answer.status >= 500 ? kept : answer;
  } catch (error) {
    console.info(`${name} comes from what was kept`, error);
    return kept;
  } finally {
    clearTimeout(timer);
  }
}

/** Keeps a page and all it named, under its build. What other builds kept goes once this one is whole. */
async function keep({ build, page: address, urls }: KeepWord): Promise<KeptWord> {
  const cache = await caches.open(cacheName(build));
  const missing: string[] = [];
  let kept = 0;
  for (const wanted of new Set([address, ...urls])) {
    const name = keptAs(wanted, origin);
    if (name === null) continue;
    const isPage = wanted === address;
    if (!isPage && (await cache.match(name)) !== undefined) kept += 1;
    else if (await keepOne(cache, name, isPage ? build : null)) kept += 1;
    else missing.push(name);
  }
  if (missing.length === 0) {
    const old = outdated(await caches.keys(), build);
    await Promise.all(old.map((name) => caches.delete(name)));
  }
  return { kept, missing };
}

/** @param build the page must be of this build: the server may have another one by now. */
async function keepOne(cache: Cache, address: string, build: string | null): Promise<boolean> {
  try {
    const answer = await fetch(address, { credentials: 'same-origin' });
    if (!answer.ok || answer.redirected) return false;
    if (build !== null && !(await answer.clone().text()).includes(build)) return false;
    await cache.put(address, answer);
    return true;
  } catch (error) {
    console.info(`${address} could not be kept`, error);
    return false;
  }
}
