import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FolderInUseError, takeFolder } from '../server/adapters/postgres/folder-lock.mjs';
import { command, installed, root } from './steps/command.mjs';
import { fingerprint, mark } from './steps/fingerprint.mjs';
import { packScripts } from './steps/pack.mjs';
import { Refusal, say, step } from './steps/progress.mjs';

/**
 * Runs work that changes this clone's packages or build, one process at a time; a second one waits its turn.
 *
 * @template Result
 * @param {string} work what the others are told.
 * @param {() => Promise<Result>} act
 * @returns {Promise<Result>}
 */
export async function alone(work, act) {
  let said = false;
  for (const until = Date.now() + 600_000; ; await sleep(300)) {
    let hold;
    try {
      hold = takeFolder(join(root, '.build'), work);
    } catch (error) {
      if (!(error instanceof FolderInUseError)) throw error;
      if (Date.now() > until)
        throw new Refusal(`process ${error.pid} (${error.work}) has been at work here for ten minutes`);
      if (!said) say(`waiting for process ${error.pid} (${error.work})`);
      said = true;
      continue;
    }
    try {
      return await act();
    } finally {
      hold.release();
    }
  }
}

/** Installs the packages of the lock, unless these very ones are there. The packages' own scripts are not needed. */
export async function ensureDependencies() {
  const wanted = fingerprint(['package-lock.json']);
  const done = mark('node_modules/.citywall/packages');
  if (done.read() === wanted) return;
  await step('Installing packages', (note) =>
    command('npm', ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=http'], {
      limitMs: 900_000,
      env: { NODE_ENV: 'development' },
      note: (line) => note(line.replace(/^npm (http|warn) /, '').replace(/https?:\/\/[^/]+\//, '')),
    }),
  );
  done.write(wanted);
}

/** Generates the database client, unless it was made from this very schema by these very packages. */
export async function ensureDatabaseClient() {
  const generated = 'server/adapters/postgres/generated';
  const wanted = fingerprint(['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json']);
  const done = mark('node_modules/.citywall/database-client');
  if (done.read() === wanted && existsSync(join(root, generated))) return;
  rmSync(join(root, generated), { recursive: true, force: true });
  await step('Generating the database client', () =>
    command(installed('prisma'), ['generate'], {
      limitMs: 120_000,
      // Prisma fetches an engine that generating does not use; naming any program instead keeps it from trying.
      env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
    }),
  );
  done.write(wanted);
}

/** Packages and the database client: all that a TypeScript script of the project needs. */
export function ensureTools(work) {
  return alone(work, async () => {
    await ensureDependencies();
    await ensureDatabaseClient();
  });
}

/** Builds pages and server for production, unless this very source is built. @returns the build's name */
export async function ensureBuild() {
  const source = fingerprint(
    [
      'app',
      'server',
      'public',
      'prisma/schema.prisma',
      'prisma/seed',
      'scripts/assets.mjs',
      'next.config.ts',
      'postcss.config.mjs',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
    ],
    ['public/wall', 'server/adapters/postgres/generated'],
  );
  const done = mark('.build/source');
  if (done.read() === source && existsSync(join(root, '.next/BUILD_ID')) && existsSync(join(root, '.build/main.js')))
    return;
  await command(process.execPath, ['scripts/assets.mjs']);
  await Promise.all([
    step('Building the pages', (note) =>
      command(installed('next'), ['build'], {
        note,
        env: { NODE_ENV: 'production', NEXT_PUBLIC_BUILD: source.slice(0, 12) },
      }),
    ),
    step('Building the server', () =>
      command(installed('esbuild'), [
        'server/main.ts',
        '--bundle',
        '--platform=node',
        '--target=node20',
        '--format=esm',
        '--packages=external',
        '--sourcemap',
        '--outfile=.build/main.js',
        '--log-level=warning',
      ]),
    ),
  ]);
  await step('Packing the scripts', packScripts);
  done.write(source);
}
