import { ConfigError, readConfig } from '#config';
import { startServer } from './compose/server.ts';

/** The process: settings in, one server, drained at the first signal. */
async function main(): Promise<void> {
  const config = readConfig();
  const server = await startServer(config);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // Whoever started us went away without a word.
  if (process.connected) process.on('disconnect', stop);
  void server.lost.then(stop);
}

main().catch((error: unknown) => {
  const line = error instanceof ConfigError || !(error instanceof Error) ? String(error) : error.message;
  process.stderr.write(`${line.replace(/^ConfigError: /, '')}\n`);
  process.exit(1);
});
