import fs from 'node:fs';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import { folderHolder } from '../../server/adapters/postgres/folder-lock.mjs';
import { root } from './command.mjs';
import { Refusal } from './progress.mjs';

const neededBytes = 1.5e9;

/** Where the embedded Postgres lives; null with an outside one. */
export function dataFolder() {
  return process.env.DATABASE_URL?.trim() ? null : resolve(root, process.env.CITYWALL_DATA_DIR?.trim() || '.data');
}

/** @throws {Refusal} when another instance has the data folder. */
export function refuseFolderInUse() {
  const folder = dataFolder();
  const holder = folder === null ? null : folderHolder(folder);
  if (holder) {
    throw new Refusal(
      `The data folder ${folder} is in use by process ${holder.pid} (${holder.work}): stop it, or set CITYWALL_DATA_DIR and PORT.`,
    );
  }
}

/** @throws {Refusal} when the disk of the packages or of the data has less than 1.5 GB free. */
export function refuseFullDisk() {
  for (const path of [root, dataFolder() ?? root]) {
    let existing = path;
    while (!fs.existsSync(existing)) existing = dirname(existing);
    const { bavail, bsize } = fs.statfsSync(existing);
    const free = bavail * bsize;
    if (free < neededBytes) {
      throw new Refusal(
        `The disk of ${path} has ${(free / 1e9).toFixed(1)} GB free; Citywall needs ${neededBytes / 1e9} GB.`,
      );
    }
  }
}

/** @throws {Refusal} when nothing can listen on HOST and PORT, naming the one to change. */
export async function refusePortTaken() {
  const port = process.env.PORT?.trim() || '3000';
  const host = process.env.HOST?.trim() || '0.0.0.0';
  // Anything else than a port is refused with the other settings.
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return;
  const server = createServer();
  const fault = await new Promise((done) => {
    server.once('error', (error) => done(error.code));
    server.listen({ port: Number(port), host, exclusive: true }, () => done(null));
  });
  if (fault === 'EADDRINUSE')
    throw new Refusal(`PORT: ${port} is taken by another program; stop it, or set PORT to a free one.`);
  if (fault === 'EACCES') throw new Refusal(`PORT: this user may not listen on ${port}; set PORT to one above 1023.`);
  if (fault !== null) throw new Refusal(`HOST: cannot listen on '${host}' (${fault}).`);
  await new Promise((done) => server.close(done));
}
