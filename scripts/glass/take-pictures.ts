import type { Browser } from '@playwright/test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Wall } from '#domain/wall/wall.ts';
import { GlassCity } from './city/glass-city.ts';
import { quietCases, stormCases } from './city/made-cases.ts';
import { judgeShot } from './judge/shot.ts';
import { openWall } from './open-wall.ts';
import type { GlassLanguage, GlassOptions, GlassState } from './options.ts';
import { shoot, watch } from './shoot.ts';
import type { Look } from './measure/flash.ts';
import type { Result } from './write-results.ts';

export type Taken = Result & { png: Buffer };

/** Long enough for heat, teams and labels to stand on the map without a GPU. */
const SETTLE_MS = 6_000;
/** Long enough for two turns of the slowest pulse. */
const WATCH_MS = 4_500;
/** Small, because a renderer without a GPU would show a flash of a big picture too seldom to be counted. */
const WATCHED = { width: 960, height: 540 };
/** Twice the longest beat of what the city hears, and some seconds: then all of it is stale. */
const SILENCE_MS = 36_000;
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
  for (const scene of options.scenes) {
    // Motion is the same on every wall: it is watched once for a scene in a state.
    let looks = state === 'lost' ? null : await watchSmall(browser, city, walls[0]);
    for (const wall of walls) {
      for (const language of options.languages) {
        yield await take(browser, city, { wall, scene, language, state, looks });
        looks = null;
      }
    }
  }
}

/** Watches a scene in motion on a small window. */
async function watchSmall(browser: Browser, city: GlassCity, wall: Wall | undefined): Promise<Look[] | null> {
  if (wall === undefined) return null;
  const { context, page } = await openWall(browser, { url: city.url, wall, language: 'zh', still: false });
  try {
    await page.setViewportSize(WATCHED);
    await sleep(SETTLE_MS / 2);
    return await watch(context, page, WATCH_MS);
  } finally {
    await context.close();
  }
}

type Asked = { wall: Wall; scene: string; language: GlassLanguage; state: GlassState; looks: readonly Look[] | null };

async function take(browser: Browser, city: GlassCity, { wall, scene, language, state, looks }: Asked): Promise<Taken> {
  const standing = await city.standing();
  const name = [wall.id, scene, state, language].join(' ');
  const { screen, context, page, hanging } = await openWall(browser, { url: city.url, wall, language, still: true });
  try {
    await sleep(SETTLE_MS);
    if (state === 'lost') {
      await city.stop();
      await page.locator('[data-testid=wall][data-link=lost]').waitFor();
      await sleep(SETTLE_MS);
    }
    const shot = await shoot(page);
    const judgement = judgeShot(shot, { hanging, standing, looks });
    const { width, height } = shot.picture;
    const picture = `pictures/${name.replaceAll(' ', '-')}.png`;
    return { name, wall: wall.id, screen, scene, language, state, picture, width, height, judgement, png: shot.png };
  } finally {
    await context.close();
    if (state === 'lost') await city.start();
  }
}
