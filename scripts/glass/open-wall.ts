import type { Browser, BrowserContext, Page } from '@playwright/test';
import { boundsOf, type Wall } from '#domain/wall/wall.ts';
import { installFreeze } from './in-page/freeze.ts';
import type { Hanging } from './judge/texts.ts';

/** One open page of a wall, with how it hangs. */
export type OpenScreen = { screen: string; context: BrowserContext; page: Page; hanging: Hanging };

const SHOWN_MS = 90_000;

/**
 * Opens a wall as one window over all its screens, as a wall's own controller shows it, and waits until its map and its
 * figures are there. The caller closes the context.
 */
export async function openWall(
  browser: Browser,
  { url, wall, language, still }: { url: string; wall: Wall; language: string; still: boolean },
): Promise<OpenScreen> {
  const bounds = boundsOf(wall.screens);
  const mmPerPixel = Math.min(...wall.screens.map(({ width, pixels }) => width / pixels.width));
  const viewport = { width: Math.round(bounds.width / mmPerPixel), height: Math.round(bounds.height / mmPerPixel) };
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    reducedMotion: still ? 'reduce' : 'no-preference',
  });
  const page = await context.newPage();
  // Programs that are compiled keep their functions' names through this.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(installFreeze);
  await page.goto(`${url}/wall/main/1?lang=${language}`);
  await page.getByTestId('value-open').filter({ hasText: /\d/ }).waitFor({ timeout: SHOWN_MS });
  await page.locator('[data-testid=focus-map][data-ready]').waitFor({ timeout: SHOWN_MS });
  return { screen: 'all', context, page, hanging: { scale: 1, mmPerPixel, distance: wall.viewingDistance } };
}
