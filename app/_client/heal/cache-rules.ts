/** How a request of a wall's page is answered. */
export type CacheRule =
  /** Not ours: the browser goes to the network by itself. */
  | 'pass'
  /** A wall's page: the network within a few seconds, else what was kept. */
  | 'page'
  /** Named by its content: what was kept is right for ever. */
  | 'frozen'
  /** The base map, icons: the network, else what was kept. */
  | 'fresh';

const WALL_PAGE = /^\/wall\/[\w-]{1,64}\/[\w-]{1,64}\/?$/;
/** Answers of the living city. Old ones must never be taken for new ones. */
const NEVER_KEPT = /^\/(api|socket\.io|healthz|readyz|metrics)(\/|$)/;

/** @param url the absolute address; `origin`: the worker's own. */
export function cacheRule(request: { url: string; method: string; mode: string }, origin: string): CacheRule {
  const url = new URL(request.url);
  // The origin of a blob's address is that of whoever made it.
  const ours = url.origin === origin && /^https?:$/.test(url.protocol);
  if (request.method !== 'GET' || !ours || NEVER_KEPT.test(url.pathname)) return 'pass';
  if (request.mode === 'navigate')
    return WALL_PAGE.test(url.pathname) && !url.searchParams.has('key') ? 'page' : 'pass';
  if (url.searchParams.has('_rsc')) return 'pass';
  // Tiles are far too many, or one file far too large, and some may not be copied at all.
  if (url.pathname.startsWith('/map/') && !url.pathname.endsWith('.json')) return 'pass';
  return url.pathname.startsWith('/_next/static/') ? 'frozen' : 'fresh';
}

/** Whether an address may be kept, and under which: pages without what was asked of them. Null: it may not. */
export function keptAs(address: string, origin: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const rule = cacheRule(
    { url: address, method: 'GET', mode: WALL_PAGE.test(url.pathname) ? 'navigate' : 'no-cors' },
    origin,
  );
  if (rule === 'pass') return null;
  return rule === 'page' ? url.origin + url.pathname : address;
}

const PREFIX = 'citywall-wall-';

export function cacheName(build: string): string {
  return PREFIX + build;
}

/** Caches that pages of other builds have left. */
export function outdated(names: readonly string[], build: string): string[] {
  return names.filter((name) => name.startsWith(PREFIX) && name !== cacheName(build));
}

/** What a page asks the worker to keep, once it is painted. */
export type KeepWord = { type: 'keep'; build: string; page: string; urls: string[] };
/** How it went: addresses that could not be had. */
export type KeptWord = { kept: number; missing: string[] };
