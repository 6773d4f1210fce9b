// npm test: sets up what the tests need, runs all of them, and ends with the line "N passed, N failed".
import './node-version.mjs';
import { alone, ensureBuild, ensureTools } from './ensure.mjs';
import { boundaries, browser, houseRules, integration, lint, quickUnit, sumUp, types, unit } from './steps/checks.mjs';
import { elapsed, main, say, step } from './steps/progress.mjs';
import { ensureBrowser, ensureRedis } from './steps/test-programs.mjs';

main(async () => {
  await ensureTools('npm test');
  await ensureRedis();
  const chromium = await ensureBrowser();
  const results = await Promise.all([types(), lint(), houseRules()]);
  // Those that take seconds run once, in the other zone.
  results.push(await boundaries(), await quickUnit());
  // Integration tests wait for Postgres and Redis most of their time.
  const [elsewhere, stored] = await Promise.all([elsewhereAndBuild(), integration()]);
  results.push(...elsewhere, stored);
  results.push(await browser(chromium));
  say(`\nAll of it took ${(elapsed() / 60).toFixed(1)} minutes.`);
  sumUp(results);
});

async function elsewhereAndBuild() {
  return [await unit('America/New_York'), await build()];
}

async function build() {
  const result = { name: 'Production build', passed: 1, failed: 0, skipped: 0 };
  await step('Production build', () => alone('npm test', ensureBuild)).catch((error) => {
    say(error.message);
    Object.assign(result, { passed: 0, failed: 1 });
  });
  return result;
}
