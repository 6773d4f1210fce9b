import { join } from 'node:path';
import type { Browser } from '@playwright/test';

const PICTURES = [
  { name: 'wall-zh-1080', language: 'zh', width: 1920, height: 1080 },
  { name: 'wall-en-1080', language: 'en', width: 1920, height: 1080 },
] as const;
/** Long enough for heat, teams and their trails to stand on the map without a GPU. */
const SETTLE_MS = 20_000;

/** Pictures the demo's wall in both languages. Returns the files it wrote. */
export async function pictureWall(
  browser: Browser,
  { url, folder }: { url: string; folder: string },
): Promise<string[]> {
  const files: string[] = [];
  for (const { name, language, width, height } of PICTURES) {
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(`${url}/wall/main/1?lang=${language}`);
    await page.getByTestId('map-symbols').waitFor();
    await page.waitForTimeout(SETTLE_MS);
    const file = join(folder, `${name}.png`);
    await page.screenshot({ path: file });
    files.push(file);
    await context.close();
  }
  return files;
}
