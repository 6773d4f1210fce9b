import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import next from 'next';
import { createPackedFiles } from './packed-files.ts';

/** The pages, served by Next on the shared http server. */
export type Pages = {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Reloading pages in development; does nothing in production. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
  close(): Promise<void>;
};

/** Prepares Next: the production build, or pages that are built as they change. Rejects when there is no build. */
export async function createPages(options: { development: boolean; directory: string }): Promise<Pages> {
  const app = next({ dev: options.development, dir: options.directory });
  await app.prepare();
  const handle = app.getRequestHandler();
  const upgrade = app.getUpgradeHandler();
  // Built pages alone are packed: what is built as it changes has no name that says so.
  const packed = options.development ? null : createPackedFiles(options.directory);
  return {
    async handle(request, response) {
      if (packed !== null && (await packed(request, response))) return;
      await handle(request, response);
    },
    upgrade: (request, socket, head) => upgrade(request, socket, head),
    close: () => app.close(),
  };
}
