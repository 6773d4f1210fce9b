import { fork, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Browser } from '@playwright/test';
import { browserArguments, browserPath } from '../browser.ts';
import { openProbed, type PageProbe } from './page-probe.ts';
import type { SequenceFigures } from './sequence-watch.ts';
import type { ServerReading, ServerWord } from './serve.ts';
import type { Reading } from './verdict.ts';

export type SoakOptions = {
  /** Virtual hours to watch, after the city has settled. */
  hours: number;
  /** Virtual seconds a second. */
  speed: number;
  /** Virtual hours that pass before the first reading: caches fill, code is compiled. */
  settleHours: number;
  /** How many readings to take. */
  readings: number;
  port: number;
  viewport: { width: number; height: number };
  /** Hears each reading as it is taken, and its share of the whole (0 to 1). */
  onReading?: (reading: Reading, share: number) => void;
};

export type SoakResult = { readings: Reading[]; sequences: SequenceFigures; errors: string[]; clockHours: number };

const HOUR_MS = 3_600_000;
const START_WITHIN_MS = 300_000;
const ANSWER_WITHIN_MS = 120_000;

/**
 * Lets a simulated city live for some virtual days in a server of its own, with a wall's page open in Chromium, and
 * reads what both hold on to. Needs built pages. Leaves nothing behind.
 */
export async function runSoak(options: SoakOptions): Promise<SoakResult> {
  const folder = mkdtempSync(join(tmpdir(), 'citywall-soak-'));
  // The embedded database has a user of its own.
  chmodSync(folder, 0o755);
  const server = startServer(folder, options);
  let browser: Browser | null = null;
  try {
    const { url } = await heard(server, 'ready', START_WITHIN_MS);
    const executablePath = browserPath();
    browser = await chromium.launch({
      ...(executablePath !== undefined && { executablePath }),
      args: [...browserArguments, '--enable-precise-memory-info'],
    });
    return await watch(await openProbed(browser, url, options.viewport), server, options);
  } finally {
    await browser?.close();
    await stopServer(server);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function watch(probe: PageProbe, server: ChildProcess, options: SoakOptions): Promise<SoakResult> {
  const { hours, speed, settleHours, readings: count, onReading } = options;
  await pause((settleHours * HOUR_MS) / speed);
  const readings: Reading[] = [];
  const began = performance.now();
  for (let index = 0; index < count; index++) {
    const due = began + ((index / (count - 1)) * hours * HOUR_MS) / speed;
    await pause(Math.max(0, due - performance.now()));
    const realHours = (performance.now() - began) / HOUR_MS;
    const values = await read(probe, server);
    const reading = { realHours, virtualHours: realHours * speed, values };
    readings.push(reading);
    onReading?.(reading, index / (count - 1));
  }
  return {
    readings,
    sequences: probe.sequences.figures,
    errors: probe.errors,
    clockHours: readings.at(-1)?.virtualHours ?? 0,
  };
}

async function read(probe: PageProbe, server: ChildProcess): Promise<Record<string, number>> {
  const answered = heard(server, 'reading', ANSWER_WITHIN_MS);
  server.send('sample');
  const held: ServerReading = await answered;
  const page = await probe.read();
  return {
    'page heap': page.heap,
    'page buffers': page.buffers,
    'DOM nodes': page.nodes,
    listeners: page.listeners,
    'WebGL objects': page.webgl,
    'WebGL contexts': page.contexts,
    'server heap': held.heap,
    'server external': held.external,
    'server rss': held.rss,
    'server handles': held.handles,
    ...(held.files !== null && { 'server files': held.files }),
  };
}

function startServer(folder: string, { port, speed }: SoakOptions): ChildProcess {
  return fork(join(import.meta.dirname, 'serve.ts'), {
    execArgv: ['--expose-gc', '--import', 'tsx'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: '',
      REDIS_URL: '',
      CITYWALL_DATA_DIR: folder,
      CITYWALL_DEMO: 'on',
      CITYWALL_DEMO_SPEED: String(speed),
      CITYWALL_DEMO_SEED: '3',
      CITYWALL_LOG_LEVEL: 'error',
    },
  });
}

/** The server's next word of a kind. Rejects when it ends before, or says nothing for too long. */
function heard<Type extends ServerWord['type']>(
  server: ChildProcess,
  type: Type,
  withinMs: number,
): Promise<Extract<ServerWord, { type: Type }>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => done(() => reject(new Error(`the server did not say ${type} in time`))), withinMs);
    const hear = (word: ServerWord): void => {
      if (word.type === type) done(() => resolve(word as Extract<ServerWord, { type: Type }>));
    };
    const ended = (code: number | null): void => done(() => reject(new Error(`the server ended with ${code}`)));
    const done = (settle: () => void): void => {
      clearTimeout(timer);
      server.off('message', hear).off('exit', ended);
      settle();
    };
    server.on('message', hear).on('exit', ended);
  });
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.send('stop');
  const late = setTimeout(() => server.kill('SIGKILL'), 20_000);
  await gone;
  clearTimeout(late);
}
