import type { Browser, Page } from '@playwright/test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SceneKind } from '#domain/wall/scene.ts';
import type { Screen, Wall } from '#domain/wall/wall.ts';
import { GlassCity } from './city/glass-city.ts';
import { quietCases, stormCases } from './city/made-cases.ts';
import type { Standing } from './judge/states.ts';
import { judgeShot } from './judge/shot.ts';
import { mapDrawn, openScreen, sceneShown, type OpenScreen } from './open-screen.ts';
import type { GlassLanguage, GlassOptions, GlassState } from './options.ts';
import { shoot, watch } from './shoot.ts';
import type { Look } from './measure/flash.ts';
import type { Result } from './write-results.ts';

export type Taken = Result & { png: Buffer };

/** Long enough for heat, teams and labels to stand on the map without a GPU. */
const SETTLE_MS = 4_000;
/** Long enough for two turns of the slowest pulse. */
const WATCH_MS = 4_500;
/** Small, because a renderer without a GPU would show a flash of a big picture too seldom to be counted. */
const WATCHED = { width: 960, height: 540 };
/** Twice the longest beat of what the city hears, and some seconds: then all of it is stale. */
const SILENCE_MS = 36_000;
/** How long a page may take to say that its server is gone, or to be back. */
const LINK_MS = 120_000;
const STORM = 300;

/** Takes and measures the pictures that were asked for: state by state, since a city can be brought to each only once. */
export async function* takePictures(
  browser: Browser,
  all: readonly Wall[],
  options: GlassOptions,
): AsyncGenerator<Taken> {
  const walls = all.filter(({ id }) => options.walls.includes(id));
  const living = options.states.filter((state) => state !== 'quiet');
  if (options.states.includes('quiet')) {
    const city = new GlassCity(false);
    try {
      await city.start();
      await city.report(quietCases(city.now()), { timedOut: 0 });
      yield* picturesOf(browser, city, { walls, options, state: 'quiet' });
    } finally {
      await city.remove();
    }
  }
  if (living.length === 0) return;
  const city = new GlassCity(true);
  try {
    await city.start();
    for (const state of living) {
      await bring(city, state);
      yield* picturesOf(browser, city, { walls, options, state });
    }
  } finally {
    await city.remove();
  }
}

async function bring(city: GlassCity, state: GlassState): Promise<void> {
  if (state === 'storm') await city.report(stormCases(city.now(), STORM), { timedOut: STORM });
  if (state === 'stale') {
    await city.hush();
    await sleep(SILENCE_MS);
  }
}

async function* picturesOf(
  browser: Browser,
  city: GlassCity,
  { walls, options, state }: { walls: readonly Wall[]; options: GlassOptions; state: GlassState },
): AsyncGenerator<Taken> {
  // Motion is the same on every wall: it is watched once for a scene in a state.
  const [first] = walls;
  const looks =
    first === undefined || state === 'lost' ? null : await watchScenes(browser, city, first, options.scenes);
  for (const wall of walls) {
    await city.hang(wall);
    for (const language of options.languages)
      for (const screen of wall.screens)
        yield* picturesOfScreen(browser, city, { wall, screen, language, state, scenes: options.scenes, looks });
  }
}

type Looks = Map<SceneKind, Look[]>;

/** Watches a wall's first screen in motion, scene after scene, on a small window. */
async function watchScenes(
  browser: Browser,
  city: GlassCity,
  wall: Wall,
  scenes: readonly SceneKind[],
): Promise<Looks> {
  const [screen] = wall.screens;
  if (screen === undefined) throw new Error(`the wall ${wall.id} has no screens`);
  await city.hang(wall);
  const small = { ...screen, pixels: WATCHED };
  const address = await city.address(wall, screen.id);
  const { context, page } = await openScreen(browser, { address, wall, screen: small, language: 'zh', still: false });
  const looks: Looks = new Map();
  try {
    for (const scene of scenes) {
      await city.show(wall, scene);
      await sceneShown(page, scene);
      await sleep(SETTLE_MS / 2);
      looks.set(scene, await watch(context, page, WATCH_MS));
    }
    return looks;
  } finally {
    await context.close();
  }
}

type Hung = { wall: Wall; screen: Screen; language: GlassLanguage; state: GlassState };

/** One screen in one language, taken through the scenes as it is in its life: on one page. */
async function* picturesOfScreen(
  browser: Browser,
  city: GlassCity,
  { scenes, looks, ...hung }: Hung & { scenes: readonly SceneKind[]; looks: Looks | null },
): AsyncGenerator<Taken> {
  const { wall, screen, language, state } = hung;
  const [first] = scenes;
  if (first === undefined) return;
  await city.show(wall, first);
  const address = await city.address(wall, screen.id);
  const open = await openScreen(browser, { address, wall, screen, language, still: true });
  try {
    for (const scene of scenes) {
      await city.show(wall, scene);
      await sceneShown(open.page, scene);
      await sleep(SETTLE_MS);
      await mapDrawn(open.page);
      const standing = await city.standing();
      if (state === 'lost') await lose(city, open.page);
      // What was watched is told with the first picture of its scene.
      yield await picture(open, { ...hung, scene }, { standing, looks: looks?.get(scene) ?? null });
      looks?.delete(scene);
      if (state === 'lost') await find(city, open.page);
    }
  } finally {
    city.mendLine();
    await open.context.close();
  }
}

async function lose(city: GlassCity, page: Page): Promise<void> {
  city.cutLine();
  await page.locator('[data-testid=wall][data-link=lost]').waitFor({ timeout: LINK_MS });
  await sleep(SETTLE_MS);
}

async function find(city: GlassCity, page: Page): Promise<void> {
  city.mendLine();
  await page.locator('[data-testid=wall][data-link=live]').waitFor({ timeout: LINK_MS });
}

async function picture(
  { page, hanging }: OpenScreen,
  { wall, scene, state, language, screen }: Hung & { scene: SceneKind },
  { standing, looks }: { standing: Standing; looks: readonly Look[] | null },
): Promise<Taken> {
  const alone = wall.screens.length === 1;
  const name = [wall.id, ...(alone ? [] : [screen.id]), scene, state, language].join(' ');
  const shot = await shoot(page);
  const judgement = judgeShot(shot, { hanging, standing, looks });
  const { width, height } = shot.picture;
  const said = { name, wall: wall.id, screen: screen.id, scene, language, state };
  return { ...said, picture: `pictures/${name.replaceAll(' ', '-')}.png`, width, height, judgement, png: shot.png };
}
