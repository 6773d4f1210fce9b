import type { Browser } from '@playwright/test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SceneKind } from '#domain/wall/scene.ts';
import type { Screen, Wall } from '#domain/wall/wall.ts';
import { GlassCity } from './city/glass-city.ts';
import { quietCases, stormCases } from './city/made-cases.ts';
import type { Standing } from './judge/states.ts';
import { judgeShot } from './judge/shot.ts';
import { mapDrawn, openScreen, type OpenScreen } from './open-screen.ts';
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
/** How long a page may take to say that its server is gone. */
const LOST_MS = 120_000;
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
        if (state === 'lost') {
          yield* takeLost(browser, city, { ...asked, language });
          continue;
        }
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

type Take = Asked & { language: GlassLanguage; screen: Screen };

async function take(
  browser: Browser,
  city: GlassCity,
  { looks, ...asked }: Take & { looks: readonly Look[] | null },
): Promise<Taken> {
  const standing = await city.standing();
  const open = await openSettled(browser, city, asked);
  try {
    return await picture(open, asked, { standing, looks });
  } finally {
    await open.context.close();
  }
}

/** So many screens are open at once at most. */
const MOST_OPEN = 6;

/** Pictures of screens whose server is gone: it goes once for several of them, since it takes long to come back. */
async function* takeLost(
  browser: Browser,
  city: GlassCity,
  asked: Asked & { language: GlassLanguage },
): AsyncGenerator<Taken> {
  const { screens } = asked.wall;
  for (let from = 0; from < screens.length; from += MOST_OPEN) {
    const open: { screen: Screen; opened: OpenScreen }[] = [];
    try {
      for (const screen of screens.slice(from, from + MOST_OPEN))
        open.push({ screen, opened: await openSettled(browser, city, { ...asked, screen }) });
      const standing = await city.standing();
      await city.stop();
      for (const { screen, opened } of open) {
        await opened.page.locator('[data-testid=wall][data-link=lost]').waitFor({ timeout: LOST_MS });
        await sleep(SETTLE_MS);
        yield await picture(opened, { ...asked, screen }, { standing, looks: null });
      }
    } finally {
      for (const { opened } of open) await opened.context.close();
      await city.start();
    }
  }
}

async function openSettled(browser: Browser, city: GlassCity, { wall, screen, language }: Take): Promise<OpenScreen> {
  const address = await city.address(wall, screen.id);
  const opened = await openScreen(browser, { address, wall, screen, language, still: true });
  await sleep(SETTLE_MS);
  await mapDrawn(opened.page);
  return opened;
}

async function picture(
  { page, hanging }: OpenScreen,
  { wall, scene, state, language, screen }: Take,
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
