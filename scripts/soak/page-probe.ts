import type { Browser, CDPSession, Page } from '@playwright/test';
import { SequenceWatch } from './sequence-watch.ts';

export type PageReading = {
  /** Bytes of script's heap after a forced collection, and of what it holds outside of it. */
  heap: number;
  buffers: number;
  nodes: number;
  listeners: number;
  documents: number;
  /** WebGL objects that were made and neither deleted nor lost with their context. */
  webgl: number;
  contexts: number;
};

export type PageProbe = {
  page: Page;
  sequences: SequenceWatch;
  /** Errors that the page said or threw, oldest first. */
  errors: string[];
  read(): Promise<PageReading>;
};

const MADE = [
  'Buffer',
  'Framebuffer',
  'Program',
  'Query',
  'Renderbuffer',
  'Sampler',
  'Shader',
  'Texture',
  'VertexArray',
];

/** Opens a wall and looks into its page through Chromium's own tools, from before its first script. */
export async function openProbed(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number },
): Promise<PageProbe> {
  const page = await browser.newPage({ viewport });
  const tools = await page.context().newCDPSession(page);
  const errors: string[] = [];
  page.on('pageerror', (error) => void errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.addInitScript(countWebGl, MADE);
  const sequences = new SequenceWatch();
  await tools.send('Network.enable');
  tools.on('Network.webSocketFrameReceived', ({ response }) => {
    // 2: a binary frame, which is given in base64.
    if (response.opcode === 2) sequences.frame(Buffer.from(response.payloadData, 'base64'));
  });
  await page.goto(`${url}/wall/main/1`);
  await page.locator('[data-testid=value-open]', { hasText: /\d/ }).waitFor({ timeout: 120_000 });
  // The map's code comes after the numbers: what it makes belongs to the page as it is from then on.
  await page.locator('[data-testid=focus-map][data-ready]').waitFor({ timeout: 120_000 });
  return { page, sequences, errors, read: () => read(page, tools) };
}

async function read(page: Page, tools: CDPSession): Promise<PageReading> {
  for (let time = 0; time < 2; time++) await tools.send('HeapProfiler.collectGarbage');
  const heap = (await tools.send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize?: number };
  const { nodes, jsEventListeners, documents } = await tools.send('Memory.getDOMCounters');
  const drawn = await page.evaluate(() =>
    (Reflect.get(globalThis, 'countWebGl') as () => { objects: number; contexts: number })(),
  );
  return {
    heap: heap.usedSize,
    buffers: heap.backingStorageSize ?? 0,
    nodes,
    listeners: jsEventListeners,
    documents,
    webgl: drawn.objects,
    contexts: drawn.contexts,
  };
}

/** Runs in the page: counts what each WebGL context makes and deletes. It holds no context alive. */
function countWebGl(kinds: string[]): void {
  const contexts: { of: WeakRef<WebGL2RenderingContext>; objects: number }[] = [];
  const prototype = WebGL2RenderingContext.prototype as unknown as Record<
    string,
    (this: WebGL2RenderingContext, ...given: unknown[]) => unknown
  >;
  for (const kind of kinds) {
    for (const [name, step] of [
      [`create${kind}`, 1],
      [`delete${kind}`, -1],
    ] as const) {
      const original = prototype[name];
      if (original === undefined) continue;
      // Without a name: the page knows nothing of what a compiler adds to one.
      prototype[name] = function (...given) {
        let entry = contexts.find(({ of }) => of.deref() === this);
        if (entry === undefined) contexts.push((entry = { of: new WeakRef(this), objects: 0 }));
        if (step > 0 || (given[0] !== null && given[0] !== undefined)) entry.objects += step;
        return original.apply(this, given);
      };
    }
  }
  Reflect.set(globalThis, 'countWebGl', () => {
    const alive = contexts.filter(({ of }) => of.deref()?.isContextLost() === false);
    return { objects: alive.reduce((sum, { objects }) => sum + objects, 0), contexts: alive.length };
  });
}
