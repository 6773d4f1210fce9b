// npm run dev: the server and its pages, built as they change.
import './node-version.mjs';
import { ensureTools } from './ensure.mjs';
import { command } from './steps/command.mjs';
import { refuseFolderInUse, refusePortTaken } from './steps/preconditions.mjs';
import { main } from './steps/progress.mjs';
import { serve } from './steps/serve.mjs';

main(async () => {
  refuseFolderInUse();
  await refusePortTaken();
  await ensureTools('npm run dev');
  await command(process.execPath, ['scripts/assets.mjs']);
  await serve(['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/main.ts'], {
    NODE_ENV: 'development',
  });
});
