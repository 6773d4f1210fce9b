import { alone, ensureBuild, ensureDatabaseClient, ensureDependencies } from '../ensure.mjs';
import { attempt } from './command.mjs';
import { refuseFolderInUse, refuseFullDisk, refusePortTaken } from './preconditions.mjs';
import { elapsed, main, Refusal, say } from './progress.mjs';
import { serve } from './serve.mjs';

main(async () => {
  refuseFullDisk();
  refuseFolderInUse();
  await refusePortTaken();
  await alone('npm start', async () => {
    await ensureDependencies();
    await refuseWrongSettings();
    await ensureDatabaseClient();
    await ensureBuild();
  });
  say(`· Starting the server (${elapsed().toFixed(1)} s so far) …`);
  await serve(['--enable-source-maps', '.build/main.js'], { NODE_ENV: 'production' });
});

async function refuseWrongSettings() {
  const { code, output } = await attempt(process.execPath, ['--import', 'tsx', 'scripts/settings.ts']);
  if (code !== 0) throw new Refusal(output.trim());
}
