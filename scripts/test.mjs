// npm test: sets up what the tests need, runs all of them, and ends with the line "N passed, N failed".
import './node-version.mjs';
import { alone, ensureBuild, ensureTools } from './ensure.mjs';
import { boundaries, browser, houseRules, integration, lint, sumUp, types, unit } from './steps/checks.mjs';
import { elapsed, main, say, step } from './steps/progress.mjs';
import { ensureBrowser, ensureRedis } from './steps/test-programs.mjs';

main(async () => {
  await ensureTools('npm test');
  await ensureRedis();
  const chromium = await ensureBrowser();
  // Integration tests wait for Postgres and Redis most of their time: all else goes on beside them.
  const [stored, elsewhere] = await Promise.all([integration(), withoutStore()]);
  const results = [...elsewhere, stored, await browser(chromium)];
  say(`\nAll of it took ${(elapsed() / 60).toFixed(1)} minutes.`);
  sumUp(results);
});

async function withoutStore() {
  const looked = await Promise.all([types(), lint(), houseRules()]);
  return [...looked, await boundaries(), await unit(), await build(), await unit('America/New_York')];
}

async function build() {
  const result = { name: 'Production build', passed: 1, failed: 0, skipped: 0 };
  await step('Production build', () => alone('npm test', ensureBuild)).catch((error) => {
    say(error.message);
    Object.assign(result, { passed: 0, failed: 1 });
  });
  return result;
}
