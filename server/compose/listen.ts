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

/** Ends every connection and resolves when none is left. */
export function closeHttp(httpServer: Server): Promise<void> {
  return new Promise((resolve) => {
    httpServer.close(() => resolve());
    httpServer.closeAllConnections();
  });
}
