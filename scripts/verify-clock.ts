// Compares random clocks with a count minute by minute that shares no code with them.
// Run: npx tsx scripts/verify-clock.ts [--cases 1000000] [--seed 1]
import { parseArgs } from 'node:util';
import { compareClocks, openSubjects } from '../tests/unit/domain/clock/random-clocks.ts';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
});
const cases = Number(values.cases);
const seed = Number(values.seed);
if (!(Number.isInteger(cases) && cases > 0 && Number.isInteger(seed))) {
  console.error('--cases takes a whole number above 0, --seed a whole number');
  process.exit(2);
}
const started = performance.now();
const { held, differences } = compareClocks(openSubjects(), cases, seed);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
for (const difference of differences) console.error(difference);
console.log(
  `${cases} random clocks (${held} held by a pause) against a count minute by minute: ` +
    `${differences.length === 0 ? 'all equal' : 'NOT equal'}, ${seconds} s`,
);
process.exitCode = differences.length === 0 ? 0 : 1;
