import { freePort } from '#adapters/postgres/free-port.ts';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A real redis-server that keeps nothing on disk. */
export interface TestRedis {
  readonly url: string;
  /** As a power cut would end it; `start` brings back an empty one on the same port. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts `redis-server` on a free loopback port.
 *
 * @throws Error when the program is not installed; `npm test` installs it where it can.
 */
export async function startRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'citywall-redis-'));
  const port = await freePort();
  let running = await launch(port, folder);
  const kill = async () => {
    if (running.exitCode !== null || running.signalCode !== null) return;
    const exited = once(running, 'exit');
    running.kill('SIGKILL');
    await exited;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    start: async () => {
      await kill();
      running = await launch(port, folder);
    },
    stop: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function launch(port: number, folder: string): Promise<ChildProcess> {
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const server = spawn('redis-server', flags, { stdio: 'ignore' });
  let fault: Error | null = null;
  server.once('error', (error) => (fault = error));
  for (const until = performance.now() + 10_000; performance.now() < until; await sleep(20)) {
    if (fault) throw new Error('redis-server does not start: is it installed?', { cause: fault });
    if (server.exitCode !== null) throw new Error(`redis-server ended at once with code ${server.exitCode}`);
    if (await answers(port)) return server;
  }
  server.kill('SIGKILL');
  throw new Error('redis-server did not answer within 10 seconds');
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write('PING\r\n');
    const [reply] = (await once(socket, 'data')) as [Buffer];
    return reply.toString().startsWith('+PONG');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED') return false;
    throw error;
  } finally {
    socket.destroy();
  }
}
