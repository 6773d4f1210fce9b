// A server of its own for the pictures: a process, so that it can really be stopped. Called with the instant that its
// clock begins at (epoch ms) and whether its city lives (on or off), it says `{ url, key }` to its parent when pages can
// be opened, and lets its city fall silent when it is told 'hush'.
import { createClock } from '#adapters/memory/clock.ts';
import { readConfig } from '#config';
import { startServer } from '../../../server/compose/server.ts';

/** What the server says when pages can be opened: where, and the ingest key of the made city. */
export type Ready = { url: string; key: string };

async function main(): Promise<void> {
  const [startAt, life] = process.argv.slice(2);
  const server = await startServer(readConfig({ ...process.env, NODE_ENV: 'production', CITYWALL_DEMO: 'on' }), {
    clock: createClock({ startAt: Number(startAt), speed: 1 }),
    clockKind: { speed: 1, virtual: false },
    simulator: life === 'on',
    say: (line) => void process.stderr.write(`${line}\n`),
  });
  const stop = (): void => void server.stop().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(signal, stop);
  void server.lost.then(stop);
  process.on('message', (said) => {
    if (said === 'hush') void server.demo?.stop().then(() => process.send?.('hushed'));
  });
  process.send?.({ url: server.url, key: server.demo?.access.ingestKey ?? '' } satisfies Ready);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
