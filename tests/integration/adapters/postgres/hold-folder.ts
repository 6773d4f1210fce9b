// Started by the tests as a process of its own, to be killed.
import { startEmbeddedPostgres } from '#adapters/postgres/embedded.ts';

const postgres = await startEmbeddedPostgres({
  dataDir: process.argv[2] ?? '',
  log: (line) => process.stderr.write(`${line}\n`),
  work: 'the holder',
});
process.on('SIGINT', () => process.stdout.write('SIGINT came\n'));
process.on('SIGTERM', () => void postgres.stop().then(() => process.exit(0)));
process.stdout.write(`${postgres.url}\n`);
setInterval(() => undefined, 60_000);
