import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '#config';

/** Begins to listen; resolves to the address, such as http://localhost:3000. Rejects in one line where the port is taken. */
export function listen(httpServer: Server, { host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    httpServer.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE' ? new Error(`PORT: ${port} is taken by another program; choose another`) : error,
      );
    });
    httpServer.listen(port, host, () => {
      const { port: bound } = httpServer.address() as AddressInfo;
      const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
      resolve(`http://${shown}:${bound}`);
    });
  });
}

/**
 * Takes no more connections and ends those that ask over HTTP. Live ones are left: whoever closes the sockets says
 * goodbye on them first, and waiting for them here would be for ever.
 */
export function closeHttp(httpServer: Server): void {
  httpServer.close();
  httpServer.closeAllConnections();
}
