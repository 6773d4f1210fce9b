import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';

/** The running demo to be pictured. `url` without a slash at its end; `folder` takes the files. */
export type PicturedDemo = { url: string; username: string; password: string; folder: string };

const PICTURES = [
  { name: 'desk-zh', language: 'zh', width: 1920, height: 1080, act: null },
  { name: 'desk-en', language: 'en', width: 2560, height: 1440, act: null },
  { name: 'desk-dispatch-zh', language: 'zh', width: 1920, height: 1080, act: 'd' },
] as const;

/** Signs in and pictures the desk with its worst case open, in both languages. Returns the files it wrote. */
export async function pictureDesk(browser: Browser, demo: PicturedDemo): Promise<string[]> {
  const files: string[] = [];
  for (const { name, language, width, height, act } of PICTURES) {
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await signIn(page, demo, language);
    await page.locator('body').press('j');
    await page.locator('body').press('Enter');
    await page.getByTestId('timeline').waitFor();
    await page.getByTestId('map-case').waitFor();
    if (act !== null) await page.locator('body').press(act);
    // Tiles of the base map and the teams' first positions settle without a sign of their own.
    await page.waitForTimeout(3_000);
    const file = join(demo.folder, `${name}.png`);
    await page.screenshot({ path: file });
    files.push(file);
    await context.close();
  }
  return files;
}

async function signIn(page: Page, { url, username, password }: PicturedDemo, language: 'zh' | 'en'): Promise<void> {
  await page.goto(`${url}/login?next=/desk&lang=${language}`);
  await page.fill('#username', username);
  await page.fill('#password', password);
  await page.click('[data-testid=sign-in]');
  await page.getByTestId('desk').waitFor();
  await page.getByTestId(`language-${language}`).click();
  await page.getByTestId('queue-line').first().waitFor({ timeout: 120_000 });
}
