import type { Browser, BrowserContext, Page } from '@playwright/test';
import { hungPixels, type Screen, type Wall } from '#domain/wall/wall.ts';
import { installFreeze } from './in-page/freeze.ts';
import type { Hanging, Sides } from './judge/texts.ts';

/** An open page of one screen of a wall, with how it hangs. */
export type OpenScreen = { context: BrowserContext; page: Page; hanging: Hanging };

const SHOWN_MS = 180_000;

/**
 * Opens one screen of a wall at its own address and size, and waits until its part of the picture is there. The caller
 * closes the context.
 */
export async function openScreen(
  browser: Browser,
  {
    address,
    wall,
    screen,
    language,
    still,
  }: { address: string; wall: Wall; screen: Screen; language: string; still: boolean },
): Promise<OpenScreen> {
  const context = await browser.newContext({
    viewport: hungPixels(screen),
    locale: 'zh-CN',
    reducedMotion: still ? 'reduce' : 'no-preference',
  });
  const page = await context.newPage();
  // Programs that are compiled keep their functions' names through this.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(installFreeze);
  await page.goto(`${address}&lang=${language}`);
  await page.getByTestId('wall-stage').waitFor({ timeout: SHOWN_MS });
  const map = page.getByTestId('focus-map');
  if ((await map.count()) > 0) await page.locator('[data-testid=focus-map][data-ready]').waitFor({ timeout: SHOWN_MS });
  return { context, page, hanging: hangingOf(wall, screen) };
}

export function hangingOf(wall: Wall, screen: Screen): Hanging {
  return {
    scale: 1,
    mmPerPixel: screen.width / hungPixels(screen).width,
    distance: wall.viewingDistance,
    neighbours: neighboursOf(wall, screen),
  };
}

/** At which sides the picture goes on, on another screen. */
function neighboursOf({ screens }: Wall, { id, x, y, width, height }: Screen): Sides {
  const others = screens.filter((other) => other.id !== id);
  const beside = others.filter((other) => other.y < y + height && y < other.y + other.height);
  const over = others.filter((other) => other.x < x + width && x < other.x + other.width);
  return {
    left: beside.some((other) => other.x < x),
    right: beside.some((other) => other.x > x),
    top: over.some((other) => other.y < y),
    bottom: over.some((other) => other.y > y),
  };
}
