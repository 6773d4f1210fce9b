import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { browserArguments, browserPath } from '../../scripts/browser.ts';

export function openBrowser(): Promise<Browser> {
  const executablePath = browserPath();
  return chromium.launch({ ...(executablePath !== undefined && { executablePath }), args: browserArguments });
}

/** Milliseconds from the navigation to each step of a wall's opening, by the page's own clock. */
export type Opening = {
  /** The page's HTML came. */
  html: number;
  /** Its own script ran for the first time and put something in place. */
  stage: number;
  /** Live figures stand on the glass: the first frame after they came. */
  figures: number;
  /** The main map has drawn its ground and its first layers. */
  map: number;
};

export type Transfer = { files: number; bytes: number; gzip: number; brotli: number };

type Seen = Partial<Record<keyof Opening, number>>;
declare global {
  var opening: Seen | undefined;
}

/** Runs in the page before its own scripts; the names of its functions stay its own. */
function watchOpening(): void {
  const seen: Seen = {};
  globalThis.opening = seen;
  const marks: [keyof Opening, () => boolean][] = [
    ['stage', () => document.querySelector('[data-testid=wall]') !== null],
    ['figures', () => /\d/.test(document.querySelector('[data-testid=value-open]')?.textContent ?? '')],
    ['map', () => document.querySelector('[data-testid=focus-map][data-ready]') !== null],
  ];
  const look = (): void => {
    for (const [name, holds] of marks) {
      if (seen[name] !== undefined || !holds()) continue;
      seen[name] = -1;
      // A frame callback runs before its frame is painted; the next one runs after it.
      requestAnimationFrame(() => requestAnimationFrame(() => (seen[name] = performance.now())));
    }
  };
  new MutationObserver(look).observe(document, {
    ...{ childList: true, subtree: true, characterData: true },
    attributes: true,
    attributeFilter: ['data-ready'],
  });
}

/** Opens a screen of the wall in a context and waits until its map is drawn. */
export async function openWall(
  context: BrowserContext,
  url: string,
): Promise<{ page: Page; opening: Opening; script: Transfer; other: Transfer }> {
  const page = await context.newPage();
  // A compiler may wrap named functions in a call that the page does not know.
  await page.addInitScript('globalThis.__name ??= (made) => made;');
  await page.addInitScript(watchOpening);
  const bodies: Promise<{ type: string; body: Buffer } | null>[] = [];
  page.on('response', (response) => {
    const type = response.request().resourceType();
    const isScript = type === 'script' || /\.m?js(\?|$)/.test(response.url());
    bodies.push(
      response.body().then(
        (body) => ({ type: isScript ? 'script' : 'other', body }),
        // Redirects and what was cancelled have none.
        () => null,
      ),
    );
  });
  await page.goto(`${url}/wall/main/1`);
  await page.waitForFunction(
    () => (['figures', 'map'] as const).every((name) => (globalThis.opening?.[name] ?? -1) > 0),
    undefined,
    { timeout: 180_000 },
  );
  const opening = await page.evaluate((): Opening => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const seen = globalThis.opening;
    const { stage = 0, figures = 0, map = 0 } = seen ?? {};
    return { html: navigation?.responseEnd ?? 0, stage, figures, map };
  });
  const got = (await Promise.all(bodies)).flatMap((one) => one ?? []);
  const sized = (wanted: string): Transfer => sizes(got.filter(({ type }) => type === wanted).map(({ body }) => body));
  return { page, opening, script: sized('script'), other: sized('other') };
}

/** What files weigh as they are, and compressed as a server does it on the fly (gzip 6, brotli 5). */
export function sizes(files: readonly Buffer[]): Transfer {
  const sum = (size: (file: Buffer) => number): number => files.reduce((total, file) => total + size(file), 0);
  return {
    files: files.length,
    bytes: sum(({ length }) => length),
    gzip: sum((file) => gzipSync(file).length),
    brotli: sum((file) => brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length),
  };
}
