import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import next from 'next';

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
  return {
    handle: (request, response) => handle(request, response),
    upgrade: (request, socket, head) => upgrade(request, socket, head),
    close: () => app.close(),
  };
}
