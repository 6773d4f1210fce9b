import { expect, test, type Page } from '@playwright/test';
import { installFreeze } from '../../scripts/glass/in-page/freeze.ts';
import { judgeShot, type Judgement } from '../../scripts/glass/judge/shot.ts';
import { shoot } from '../../scripts/glass/shoot.ts';
import { PLANTED } from './glass-page.ts';

/** A wall 0.93 m high that is looked at from 2.9 m. */
const ALONE = { left: false, right: false, top: false, bottom: false };
const HANGING = { scale: 1, mmPerPixel: 1_650 / 1_920, distance: 2_900, neighbours: ALONE };

/** Findings of one kind and level by the part they are about. */
function partsOf({ findings }: Judgement, kind: string, level = 'breach'): string[] {
  return findings.filter((one) => one.kind === kind && one.level === level).map(({ where }) => where);
}

async function prepare(page: Page): Promise<void> {
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(installFreeze);
}

test('each breach that is planted in a page is found, where it is, and nothing else', async ({ page }) => {
  await page.setViewportSize({ width: 1_600, height: 900 });
  await prepare(page);
  await page.route('**/planted', (route) => route.fulfill({ body: PLANTED, contentType: 'text/html' }));
  await page.goto('/planted');
  const shot = await shoot(page);
  const judged = judgeShot(shot, { hanging: HANGING, standing: { warn: 1, out: 1, sup: 0 }, looks: null });
  expect(partsOf(judged, 'text-size')).toEqual(['tiny']);
  expect(partsOf(judged, 'contrast')).toEqual(['faint']);
  expect(partsOf(judged, 'cut')).toEqual(['cut', 'dotted']);
  expect(partsOf(judged, 'cut', 'warning')).toEqual(['may']);
  expect(partsOf(judged, 'overlap')).toEqual(['over']);
  expect(partsOf(judged, 'covered')).toEqual(['hidden']);
  expect(partsOf(judged, 'off-screen')).toEqual(['out-of-it']);
  expect(partsOf(judged, 'state').sort()).toEqual(['alike', 'wordless']);
  const colours = judged.findings.filter(({ kind }) => kind === 'colour');
  const ofPicture = colours.filter(({ what }) => what.startsWith('amber without a state'));
  // What no element accounts for is told of the part nearest to it.
  expect(ofPicture.length).toBeGreaterThan(0);
  const ofElements = colours.filter((one) => !ofPicture.includes(one)).map(({ where }) => where);
  expect(ofElements.sort()).toEqual(['green', 'stateless', 'wrong-state']);
  // What is only seen by watching is counted in unit tests: a busy machine paints too seldom to show it.
  expect(partsOf(judged, 'flash')).toEqual(['flashing']);
});
