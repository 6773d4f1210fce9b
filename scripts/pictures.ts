// npm run pictures [-- --url http://localhost:3000]: takes the README's pictures from a running demo city.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { browserArguments, browserPath } from './browser.ts';
import { pictureDesk } from './pictures/desk.ts';
import { pictureWall } from './pictures/wall.ts';

const { values } = parseArgs({ options: { url: { type: 'string', default: 'http://localhost:3000' } } });
const url = values.url.replace(/\/$/, '');
const folder = join(import.meta.dirname, '..', 'docs', 'pictures');
const reachable = await fetch(`${url}/readyz`).then(
  ({ ok }) => ok,
  () => false,
);
if (!reachable) {
  process.stderr.write(`no city answers at ${url}: run npm start first, or name another with --url\n`);
  process.exit(1);
}
await mkdir(folder, { recursive: true });
const executablePath = browserPath();
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  args: browserArguments,
});
try {
  const files = await pictureWall(browser, { url, folder });
  files.push(...(await pictureDesk(browser, { url, folder, username: 'duty', password: 'citywall-demo' })));
  process.stdout.write(`${files.join('\n')}\n`);
} finally {
  await browser.close();
}
