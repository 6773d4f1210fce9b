// The server of a soak, in a process of its own: its memory is its own. Run with --expose-gc; a message 'sample' is
// answered with what it holds after a collection, 'stop' ends it.
import { readdir } from 'node:fs/promises';
import { readConfig } from '#config';
import { startServer } from '../../server/compose/server.ts';

export type ServerReading = {
  /** Bytes. */
  heap: number;
  external: number;
  rss: number;
  /** What keeps the event loop busy: sockets, timers, … */
  handles: number;
  /** Open files of the process; null where the system does not say. */
  files: number | null;
};
export type ServerWord = { type: 'ready'; url: string } | ({ type: 'reading' } & ServerReading);

const tell = (word: ServerWord): void => void process.send?.(word);
const server = await startServer(readConfig(), { say: (line) => console.error(`  ${line}`) }).catch(
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
tell({ type: 'ready', url: server.url });

process.on('message', (asked) => {
  if (asked === 'sample') void read().then((reading) => tell({ type: 'reading', ...reading }));
  else void stop();
});
process.on('disconnect', () => void stop());

async function read(): Promise<ServerReading> {
  // Twice: what the first collection lets go of may hold on to more.
  for (let time = 0; time < 2; time++) globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed, external, rss, handles: process.getActiveResourcesInfo().length, files: await openFiles() };
}

async function openFiles(): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  return (await readdir('/proc/self/fd')).length;
}

async function stop(): Promise<void> {
  await server.stop();
  process.exit(0);
}
