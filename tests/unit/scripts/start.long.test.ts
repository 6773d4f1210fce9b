import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { birthOf, takeFolder } from '#adapters/postgres/folder-lock.mjs';

const root = resolve(import.meta.dirname, '../../..');
let folder: string;
const started: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'citywall-start-'));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Runs Node to its end. */
async function node(parameters: string[], env: Record<string, string> = {}): Promise<{ code: number; said: string }> {
  const { npm_lifecycle_event: _, ...outer } = process.env;
  const child = spawn(process.execPath, parameters, { cwd: root, env: { ...outer, ...env } });
  started.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said: said.trim() };
}

describe('npm start refuses in one line, before anything is installed or built', () => {
  it('a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const port = String((server.address() as AddressInfo).port);
    const { code, said } = await node(['scripts/start.mjs'], {
      PORT: port,
      HOST: '127.0.0.1',
      CITYWALL_DATA_DIR: folder,
    });
    server.close();
    expect({ code, said }).toEqual({
      code: 1,
      said: `PORT: ${port} is taken by another program; stop it, or set PORT to a free one.`,
    });
  });

  it('a data folder that another instance has', async () => {
    const hold = takeFolder(folder, 'citywall server');
    const { code, said } = await node(['scripts/start.mjs'], { CITYWALL_DATA_DIR: folder });
    hold.release();
    expect({ code, said }).toEqual({
      code: 1,
      said: `The data folder ${folder} is in use by process ${process.pid} (citywall server): stop it, or set CITYWALL_DATA_DIR and PORT.`,
    });
  });

  it('a full disk', async () => {
    const full = `import fs from 'node:fs';
      fs.statfsSync = () => ({ bavail: 100_000, bsize: 4_096 });
      await import('./scripts/start.mjs');`;
    const { code, said } = await node(['--input-type=module', '--eval', full], { CITYWALL_DATA_DIR: folder });
    expect(code).toBe(1);
    expect(said).toMatch(/^The disk of \S+ has 0\.4 GB free; Citywall needs 1\.5 GB\.$/);
  });

  it('an old Node', async () => {
    const old = `Object.defineProperty(process.versions, 'node', { value: '18.20.4' });
      await import('./scripts/start.mjs');`;
    const { code, said } = await node(['--input-type=module', '--eval', old], { CITYWALL_DATA_DIR: folder });
    expect({ code, said }).toEqual({
      code: 1,
      said: `Citywall needs Node 20.19 or newer; this is ${process.version}.`,
    });
  });
});

describe('serve', () => {
  const drains = `process.on('SIGTERM', () => { console.log('drained'); process.exit(0); });
    process.on('disconnect', () => { console.log('left alone'); process.exit(0); });`;
  const hangs = `process.on('SIGTERM', () => console.log('not yet'));`;

  /** The launcher, over a server that writes its number to a file and then does as told. */
  async function launch(behaviour: string): Promise<{ launcher: ChildProcess; serverPid: number; said: () => string }> {
    const server = join(folder, 'server.mjs');
    const pidFile = join(folder, 'pid');
    writeFileSync(
      server,
      `import { writeFileSync } from 'node:fs';
       ${behaviour}
       setInterval(() => undefined, 1_000);
       writeFileSync(${JSON.stringify(pidFile)}, String(process.pid));
       console.log('serving');`,
    );
    const serve = pathToFileURL(join(root, 'scripts/steps/serve.mjs')).href;
    const { npm_lifecycle_event: _, ...outer } = process.env;
    const launcher = spawn(
      process.execPath,
      ['--input-type=module', '--eval', `import { serve } from '${serve}'; await serve(['${server}'], {});`],
      { env: { ...outer, CITYWALL_DATA_DIR: folder }, detached: true },
    );
    started.push(launcher);
    let text = '';
    for (const stream of [launcher.stdout, launcher.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
    await expect.poll(() => text, { timeout: 15_000 }).toContain('serving');
    return { launcher, serverPid: Number(readFileSync(pidFile, 'utf8')), said: () => text };
  }

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s asks the server once to drain, and ends well',
    async (signal) => {
      const { launcher, serverPid, said } = await launch(drains);
      // As a terminal does it: to the whole group, and npm passes it on once more.
      process.kill(-(launcher.pid ?? 0), signal);
      launcher.kill(signal);
      const [code] = (await once(launcher, 'close')) as [number];
      expect(code).toBe(0);
      expect(said().match(/drained/g)).toHaveLength(1);
      expect(said()).toContain('Citywall has stopped.');
      expect(birthOf(serverPid)).toBeNull();
    },
  );

  it('kills a server that does not drain, within five seconds', async () => {
    const { launcher, serverPid, said } = await launch(hangs);
    const began = performance.now();
    launcher.kill('SIGTERM');
    await once(launcher, 'close');
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(said()).toContain('before all was drained');
    expect(birthOf(serverPid)).toBeNull();
  });

  it('tells the server when the launcher itself is killed', async () => {
    const { launcher, serverPid } = await launch(drains);
    launcher.kill('SIGKILL');
    await expect.poll(() => birthOf(serverPid), { timeout: 5_000 }).toBeNull();
  });

  it('ends with the exit code of a server that ended by itself', async () => {
    const { launcher } = await launch('setTimeout(() => process.exit(7), 300);');
    const [code] = (await once(launcher, 'close')) as [number];
    expect(code).toBe(7);
  });
});
