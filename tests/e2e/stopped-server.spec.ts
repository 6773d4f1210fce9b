import { rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { freePort } from '#adapters/postgres/free-port.ts';
import { OfficerApi, report } from './officer-api.ts';
import { cityFolder, startCity, stopCity } from './own-city.ts';
import { openAs, openSource } from './people.ts';

test('a stopped server leaves the last picture with its age, and the wall goes on by itself when it is back', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const port = await freePort();
  const folder = cityFolder('stopped');
  let city = await startCity(port, folder);
  try {
    await page.goto(`http://127.0.0.1:${port}/wall/main/1`);
    await expect(page.getByTestId('value-open')).toHaveText(/\d/, { timeout: 60_000 });
    await expect(page.getByTestId('focus-map')).toHaveAttribute('data-ready', '', { timeout: 60_000 });
    await stopCity(city);
    const banner = page.getByTestId('banner-lost');
    await expect(banner).toContainText(/画面停在 \d\d:\d\d:\d\d/);
    await expect(page.getByTestId('value-open')).toHaveText(/\d/);
    await expect(page.getByTestId('district-label').first()).toBeVisible();
    const age = await banner.textContent();
    await expect(banner).not.toHaveText(age ?? '', { timeout: 10_000 });

    city = await startCity(port, folder);
    await expect(banner).toBeHidden({ timeout: 60_000 });
    await expect(page.getByTestId('wall')).toHaveAttribute('data-link', 'live');
    await expect(page.getByTestId('age-cases')).toContainText(/\d/);
  } finally {
    if (city.exitCode === null) await stopCity(city);
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a form that is open while its server goes keeps every word, and acts once on the one that comes back', async ({
  page,
}) => {
  test.setTimeout(400_000);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const folder = cityFolder('stopped-form');
  let city = await startCity(port, folder);
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(error.message));
  try {
    const officer = await OfficerApi.signIn(origin, 'duty');
    const key = openSource('browser-test', folder);
    const number = await report(page.request, key, {}, origin);
    await openAs(page, `${origin}/desk?case=${number}`, 'duty');
    await expect(page.getByTestId('case-number')).toHaveText(number, { timeout: 60_000 });
    await page.locator('body').press('s');
    await page.getByTestId('act-text').fill('服务器停了也不能丢');
    await stopCity(city);
    await expect(page.getByTestId('link-banner')).toContainText('失去联系', { timeout: 60_000 });
    await expect(page.getByTestId('act-send')).toBeDisabled();
    await page.getByTestId('act-text').press('End');
    await page.keyboard.type('一个字');
    await page.keyboard.press('Enter');
    city = await startCity(port, folder);
    await expect(page.getByTestId('link-banner')).toBeHidden({ timeout: 90_000 });
    await expect(page.getByTestId('act-text')).toHaveValue('服务器停了也不能丢一个字');
    await page.getByTestId('act-text').press('Enter');
    await expect(page.getByTestId('act-form')).toBeHidden();
    expect((await officer.read(number)).supervisions.map(({ reason }) => reason)).toEqual(['服务器停了也不能丢一个字']);
    await officer.close();
    expect(thrown).toEqual([]);
  } finally {
    if (city.exitCode === null) await stopCity(city);
    rmSync(folder, { recursive: true, force: true });
  }
});
