// npm test: sets up what the tests need, runs all of them, and ends with the line "N passed, N failed".
import './node-version.mjs';
import { alone, ensureBuild, ensureTools } from './ensure.mjs';
import {
  boundaries,
  browser,
  houseRules,
  integration,
  INTEGRATION_PARTS,
  lint,
  sumUp,
  types,
  unit,
} from './steps/checks.mjs';
import { elapsed, main, say, step } from './steps/progress.mjs';
import { ensureBrowser, ensureRedis } from './steps/test-programs.mjs';

main(async () => {
  await ensureTools('npm test');
  await ensureRedis();
  const chromium = await ensureBrowser();
  const results = await Promise.all([types(), lint(), houseRules()]);
  results.push(await boundaries(), await unit());
  // Integration tests wait for Postgres and Redis most of their time: their parts go beside the rest, then two at once.
  const left = Array.from({ length: INTEGRATION_PARTS }, (_, index) => index + 1);
  const lanes = await Promise.all([elsewhereAndBuild().then((done) => stored(left, done)), stored(left, [])]);
  results.push(...lanes.flat(), await browser(chromium));
  say(`\nAll of it took ${(elapsed() / 60).toFixed(1)} minutes.`);
  sumUp(results);
});

/** Runs parts of the integration tests until none is left, and adds their results to those of the lane. */
async function stored(left, results) {
  const part = left.shift();
  return part === undefined ? results : stored(left, [...results, await integration(part)]);
}

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
