import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

// npm run bench [NAME …] [SIZE]: runs tests/bench/*.bench.ts one after another, each in a process of its own. A number is
// handed to them as the size of what they measure.
const folder = join(import.meta.dirname, '..', 'tests', 'bench');
const given = process.argv.slice(2);
const asked = given.filter((one) => !/^\d+$/.test(one));
const sizes = given.filter((one) => /^\d+$/.test(one));
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''))
  .sort();
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`there is no bench ${unknown.join(', ')}; there are ${names.join(', ')}`);
  process.exit(2);
}
let failed = 0;
for (const name of asked.length > 0 ? asked : names) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', join(folder, `${name}.bench.ts`), ...sizes],
    {
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
