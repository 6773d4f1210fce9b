import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Frozen } from './in-page/freeze.ts';
import { WITHOUT_LETTERS } from './in-page/freeze.ts';
import { probe, type Probed } from './in-page/probe.ts';
import type { Look } from './measure/flash.ts';
import type { Rgb } from './measure/colour.ts';
import { pixel, readPng, type Picture } from './measure/picture.ts';

export type Shot = { probed: Probed; picture: Picture; without: Picture; png: Buffer };

/** Eight thousand pixels of a map take a renderer without a GPU longer than is usual. */
const AS_IT_IS = { animations: 'allow', caret: 'initial', timeout: 180_000 } as const;

/**
 * Holds the page still and takes it twice, the second time without its letters, and what it is made of in between.
 * Afterwards it goes on.
 */
export async function shoot(page: Page): Promise<Shot> {
  await page.evaluate(() => (window as unknown as Frozen).citywallGlass.freeze());
  const probed = await page.evaluate(probe);
  const png = await page.screenshot(AS_IT_IS);
  const style = await page.addStyleTag({ content: WITHOUT_LETTERS });
  const bare = await page.screenshot(AS_IT_IS);
  await style.evaluate((element) => element.parentNode?.removeChild(element));
  await page.evaluate(() => (window as unknown as Frozen).citywallGlass.thaw());
  return { probed, picture: readPng(png), without: readPng(bare), png };
}

const LOOK_WIDTH = 320;
const CELL = 8;

/** Watches the page as it is painted, for so long: each look small, its cells the means of a few pixels. */
export async function watch(context: BrowserContext, page: Page, forMs: number): Promise<Look[]> {
  const session: CDPSession = await context.newCDPSession(page);
  const frames: { at: number; data: string }[] = [];
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    frames.push({ at: (metadata.timestamp ?? 0) * 1_000, data });
    // The page may be gone before the answer is.
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  });
  await session.send('Page.startScreencast', {
    format: 'png',
    maxWidth: LOOK_WIDTH,
    maxHeight: LOOK_WIDTH,
    everyNthFrame: 1,
  });
  await sleep(forMs);
  await session.send('Page.stopScreencast');
  await session.detach();
  // Read afterwards: whoever reads while it watches sees less.
  return frames.map(({ at, data }) => ({ at, cells: cellsOf(readPng(Buffer.from(data, 'base64'))) }));
}

function cellsOf(picture: Picture): Rgb[] {
  const cells: Rgb[] = [];
  for (let y = 0; y + CELL <= picture.height; y += CELL) {
    for (let x = 0; x + CELL <= picture.width; x += CELL) {
      const sum = [0, 0, 0];
      for (let at = 0; at < CELL * CELL; at++) {
        const rgb = pixel(picture, x + (at % CELL), y + Math.floor(at / CELL));
        for (const channel of [0, 1, 2] as const) sum[channel] = (sum[channel] ?? 0) + rgb[channel];
      }
      const mean = (channel: number): number => (sum[channel] ?? 0) / (CELL * CELL);
      cells.push([mean(0), mean(1), mean(2)]);
    }
  }
  return cells;
}
