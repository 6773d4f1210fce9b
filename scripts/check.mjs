// npm run check: what can be known within a minute. Types, lint, import boundaries, unit and contract tests.
import './node-version.mjs';
import { ensureTools } from './ensure.mjs';
import { boundaries, houseRules, lint, quickUnit, sumUp, types } from './steps/checks.mjs';
import { main } from './steps/progress.mjs';

main(async () => {
  await ensureTools('npm run check');
  sumUp(await Promise.all([types(), lint(), houseRules(true), boundaries(), quickUnit()]));
});
