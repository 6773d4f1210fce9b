import type { Browser, BrowserContext, Page } from '@playwright/test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SceneKind } from '#domain/wall/scene.ts';
import { hungPixels, type Screen, type Wall } from '#domain/wall/wall.ts';
import { installFreeze } from './in-page/freeze.ts';
import type { Hanging, Sides } from './judge/texts.ts';

/** An open page of one screen of a wall, with how it hangs. */
export type OpenScreen = { context: BrowserContext; page: Page; hanging: Hanging };

const SHOWN_MS = 180_000;
const LOOK_MS = 200;

/**
 * Opens one screen of a wall at its own address and size, and waits until it has a stage. The caller closes the context.
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
  return { context, page, hanging: hangingOf(wall, screen) };
}

/** Waits until a page shows its part of a scene. */
export async function sceneShown(page: Page, scene: SceneKind): Promise<void> {
  await page.locator(`[data-testid=wall-stage][data-scene=${scene}]`).waitFor({ timeout: SHOWN_MS });
  // A map's code comes after what is to be read: its place is there before it is.
  if ((await page.locator('[data-panel=focus-map]:not([data-hidden])').count()) > 0)
    await page.locator('[data-testid=focus-map][data-ready]').waitFor({ timeout: SHOWN_MS });
}

/** A layer that is new is right in a second frame, which the map asks for this much later at most. */
const SECOND_FRAME_MS = 500;
/** What a redraw may be late by on a busy machine. */
const LATE_MS = 1_000;

/**
 * Waits until the map on a page shows all that the page knows by now: what came after a draw is in the next one, which
 * the map puts off as long as its own pace says; and without a GPU a frame itself takes seconds. At once without a map.
 */
export async function mapDrawn(page: Page): Promise<void> {
  const canvas = page.locator('[data-panel=focus-map]:not([data-hidden]) [data-testid=map-canvas]');
  if ((await canvas.count()) === 0) return;
  const told = async (name: string): Promise<number> => Number((await canvas.getAttribute(name)) ?? 0);
  const drawnSince = async (before: number, limitMs: number): Promise<void> => {
    for (const giveUp = Date.now() + limitMs; Date.now() < giveUp; await sleep(LOOK_MS))
      if ((await told('data-draws')) > before) return;
  };
  await drawnSince(0, SHOWN_MS);
  await drawnSince(await told('data-draws'), (await told('data-pace-ms')) + LATE_MS);
  await page.evaluate(twoFrames);
  await sleep(SECOND_FRAME_MS);
  await page.evaluate(twoFrames);
}

function twoFrames(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
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
