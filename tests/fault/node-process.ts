import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** One server as a process of its own, without pages, that a test may kill. */
export type NodeProcess = {
  url: string;
  child: ChildProcess;
  kill(signal: NodeJS.Signals): Promise<void>;
};

/** Starts a node and resolves when it is ready. Rejects with what it said when it ends before. */
export async function startNode(port: number, env: Record<string, string>): Promise<NodeProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'serve.ts')], {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      PORT: String(port),
      HOST: '127.0.0.1',
      CITYWALL_DEMO: 'off',
      CITYWALL_LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes('listens at')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the node ended with ${code}: ${said.slice(-2_000)}`)));
  });
  await ready;
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    },
  };
}
