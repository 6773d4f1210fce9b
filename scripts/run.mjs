// npm run import|replay|audit|bench|glass|pictures|soak: makes sure of the packages, then runs scripts/NAME.ts. A replay, a
// soak, the measured pictures and the bench of the glass serve pages, so they get them built.
import './node-version.mjs';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { alone, ensureBuild, ensureTools } from './ensure.mjs';
import { root } from './steps/command.mjs';
import { main, Refusal } from './steps/progress.mjs';

main(async () => {
  const [name = '', ...parameters] = process.argv.slice(2);
  const file = join(root, 'scripts', `${name}.ts`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(file)) throw new Refusal(`there is no script '${name}'`);
  await ensureTools(`npm run ${name}`);
  const opensPages =
    name === 'replay' ||
    name === 'glass' ||
    name === 'soak' ||
    (name === 'bench' &&
      (parameters.length === 0 || ['pixel', 'first-picture', 'long-tasks'].some((one) => parameters.includes(one))));
  if (opensPages) await alone(`npm run ${name}`, ensureBuild);
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...parameters], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // Ctrl-C reaches the child by itself: here it only must not end the wait.
  process.on('SIGINT', () => undefined);
  child.once('error', (error) => {
    throw error;
  });
  child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
});
