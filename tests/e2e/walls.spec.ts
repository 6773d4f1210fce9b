import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { StandingWall } from '#domain/wall/standing.ts';
import { openAs } from './people.ts';

async function open(page: Page, path: string): Promise<void> {
  await openAs(page, path, 'admin');
}

/** Drags the middle of something by pixels of the page. */
async function dragBy(page: Page, what: Locator, by: { x: number; y: number }): Promise<void> {
  const box = await what.boundingBox();
  if (box === null) throw new Error('it cannot be seen');
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2);
  await page.mouse.move(from.x + by.x, from.y + by.y);
  await page.mouse.up();
}

async function stored(page: Page, id: string): Promise<StandingWall> {
  const { walls } = (await (await page.request.get('/api/v1/walls')).json()) as { walls: StandingWall[] };
  const standing = walls.find(({ wall }) => wall.id === id);
  if (standing === undefined) throw new Error(`there is no wall ${id}`);
  return standing;
}

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join()}`));
}

test.use({ viewport: { width: 1440, height: 900 } });

test('a wall is made, a panel dragged, and its screens show the panel where it was put', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await open(page, '/admin/walls');
  await expect(page.getByTestId('wall-hall').getByTestId('now')).toHaveText(/\S/);
  expect(await findings(page)).toEqual([]);

  await page.getByTestId('new-wall').click();
  await page.getByTestId('new-id').fill('hall');
  await expect(page.getByTestId('make')).toBeDisabled();
  await page.getByTestId('new-id').fill('tried');
  await page.getByTestId('new-zh').fill('试验墙');
  await page.getByTestId('new-en').fill('Tried wall');
  await page.getByTestId('columns').fill('3');
  await page.getByTestId('rows').fill('2');
  await page.getByTestId('make').click();
  await page.waitForURL((url) => url.pathname === '/admin/walls/tried');
  const canvas = page.getByTestId('canvas');
  await expect(canvas.locator('[data-testid^=screen-]')).toHaveCount(6);

  // What the draft would show is drawn behind it.
  const preview = page.frameLocator('iframe');
  await expect(preview.getByTestId('wall-stage')).toHaveAttribute('data-scene', 'overview', { timeout: 60_000 });
  await page.getByTestId('live').uncheck();
  expect(await findings(page)).toEqual([]);

  // The league goes to the foot of the first screen, which is full: told in words, and not to be stored.
  const league = page.getByTestId('panel-league');
  await league.click();
  await league.press('Shift+ArrowDown');
  await expect(page.getByTestId('how-placed')).toContainText('手工');
  await page.getByTestId('undo').click();
  await expect(page.getByTestId('how-placed')).toContainText('自动');
  const width = (await canvas.boundingBox())?.width ?? 0;
  await dragBy(page, league, { x: -0.6 * width, y: 0 });
  await expect(league).toHaveAttribute('data-breach', 'panels-overlap');
  await expect(page.getByTestId('faults')).toContainText('压在');
  await expect(page.getByTestId('save')).toBeDisabled();

  // Without what lay there it can be.
  for (const other of ['city-map', 'key', 'data-ages', 'focus-map']) await page.getByTestId(`drop-${other}`).click();
  await expect(league).not.toHaveAttribute('data-breach', /./);
  await expect(page.getByTestId('save')).toBeEnabled();
  await page.getByTestId('save').click();
  await expect(page.getByTestId('saved')).toHaveAttribute('data-at', 'done');

  const { wall, layouts } = await stored(page, 'tried');
  const placed = layouts.overview?.find(({ panel }) => panel === 'league');
  const screen = wall.screens.find(
    ({ x, y, width: across, height }) =>
      placed !== undefined &&
      placed.x >= x &&
      placed.y >= y &&
      placed.x + placed.width <= x + across + 0.1 &&
      placed.y + placed.height <= y + height + 0.1,
  );
  if (placed === undefined || screen === undefined) throw new Error('the league lies on no screen');
  await page.setViewportSize({ width: 960, height: 540 });
  await page.goto(`/wall/tried/${screen.id}`);
  const shown = page.locator('[data-panel=league]');
  await expect(shown).toBeVisible({ timeout: 60_000 });
  // Against burn-in the whole picture wanders by a few pixels: the panel is measured within it.
  const stage = await page.getByTestId('wall-stage').boundingBox();
  const box = await shown.boundingBox();
  const scale = 960 / screen.width;
  const wanted = [placed.x - screen.x, placed.y - screen.y, placed.width, placed.height].map((mm) => mm * scale);
  if (stage === null || box === null) throw new Error('nothing is drawn');
  const drawn = [box.x - stage.x, box.y - stage.y, box.width, box.height];
  drawn.forEach((side, index) => expect(Math.abs(side - (wanted[index] ?? NaN))).toBeLessThan(2));
  const other = wall.screens.find(({ id }) => id !== screen.id);
  await page.goto(`/wall/tried/${other?.id}`);
  await expect(page.getByTestId('wall-stage')).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('[data-panel=league]')).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('who saves a wall that somebody changed meanwhile is asked; an act in between asks nothing', async ({ page }) => {
  await open(page, '/admin/walls/hall');
  await page.getByTestId('language-en').click();
  await page.getByTestId('live').uncheck();
  await page.getByTestId('tab-screens').click();
  await page.getByTestId('distance').fill('30');
  await expect(page.getByTestId('reading')).toContainText('Cannot be read');
  await expect(page.getByTestId('save')).toBeDisabled();
  await page.getByTestId('distance').fill('4.5');
  await expect(page.getByTestId('save')).toBeEnabled();

  // An act changes the wall's version and nothing that is edited here.
  const acted = await page.request.post('/api/v1/walls/hall/acts', { data: { act: 'hold' } });
  expect(acted.ok()).toBe(true);
  await page.getByTestId('save').click();
  await expect(page.getByTestId('saved')).toHaveText('Saved: its screens show it now');
  await page.getByTestId('tab-now').click();
  await expect(page.getByTestId('now')).toHaveAttribute('data-why', 'held');
  await page.getByTestId('resume').click();
  await expect(page.getByTestId('now')).toHaveAttribute('data-why', 'playlist');

  // The playlist is put in another order while somebody else changes a name.
  await page.getByTestId('tab-playlist').click();
  const first = page.getByTestId('entry-1-kind');
  await expect(first).toHaveValue('overview');
  await page.getByTestId('entry-1').getByRole('button', { name: 'Move entry 1 down' }).click();
  await expect(first).not.toHaveValue('overview');
  const before = await stored(page, 'hall');
  const { wall, layouts, program, version } = before;
  const theirs = { ...wall, names: { ...wall.names, en: 'Great hall' } };
  const change = { version, wall: theirs, layouts, playlist: program.playlist };
  expect((await page.request.post('/api/v1/walls/hall', { data: change })).ok()).toBe(true);
  await page.getByTestId('save').click();
  await expect(page.getByTestId('conflict')).toContainText('screens and names, playlist');
  await page.getByTestId('take-theirs').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Great hall');
  await expect(first).toHaveValue('overview');
});
