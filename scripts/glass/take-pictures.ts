import type { Browser } from '@playwright/test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SceneKind } from '#domain/wall/scene.ts';
import type { Screen, Wall } from '#domain/wall/wall.ts';
import { GlassCity } from './city/glass-city.ts';
import { quietCases, stormCases } from './city/made-cases.ts';
import { judgeShot } from './judge/shot.ts';
import { mapDrawn, openScreen } from './open-screen.ts';
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
    for (const [index, wall] of walls.entries()) {
      await city.show(wall, scene);
      const asked = { wall, scene, state };
      // Motion is the same on every wall: it is watched once for a scene in a state.
      let looks = index > 0 || state === 'lost' ? null : await watchScreen(browser, city, asked);
      for (const language of options.languages) {
        for (const screen of wall.screens) {
          yield await take(browser, city, { ...asked, language, screen, looks });
          looks = null;
        }
      }
    }
  }
}

type Asked = { wall: Wall; scene: SceneKind; state: GlassState };

/** Watches a wall's first screen in motion, on a small window. */
async function watchScreen(browser: Browser, city: GlassCity, { wall }: Asked): Promise<Look[]> {
  const [screen] = wall.screens;
  if (screen === undefined) throw new Error(`the wall ${wall.id} has no screens`);
  const small = { ...screen, pixels: WATCHED };
  const address = await city.address(wall, screen.id);
  const { context, page } = await openScreen(browser, { address, wall, screen: small, language: 'zh', still: false });
  try {
    await sleep(SETTLE_MS / 2);
    return await watch(context, page, WATCH_MS);
  } finally {
    await context.close();
  }
}

async function take(
  browser: Browser,
  city: GlassCity,
  asked: Asked & { language: GlassLanguage; screen: Screen; looks: readonly Look[] | null },
): Promise<Taken> {
  const { wall, scene, state, language, screen, looks } = asked;
  const standing = await city.standing();
  const alone = wall.screens.length === 1;
  const name = [wall.id, ...(alone ? [] : [screen.id]), scene, state, language].join(' ');
  const address = await city.address(wall, screen.id);
  const { context, page, hanging } = await openScreen(browser, { address, wall, screen, language, still: true });
  try {
    await sleep(SETTLE_MS);
    await mapDrawn(page);
    if (state === 'lost') {
      await city.stop();
      await page.locator('[data-testid=wall][data-link=lost]').waitFor();
      await sleep(SETTLE_MS);
    }
    const shot = await shoot(page);
    const judgement = judgeShot(shot, { hanging, standing, looks });
    const { width, height } = shot.picture;
    const picture = `pictures/${name.replaceAll(' ', '-')}.png`;
    const said = { name, wall: wall.id, screen: screen.id, scene, language, state };
    return { ...said, picture, width, height, judgement, png: shot.png };
  } finally {
    await context.close();
    if (state === 'lost') await city.start();
  }
}
