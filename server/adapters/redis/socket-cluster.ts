import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';

/**
 * Joins the Socket.IO servers of a cluster, so that connections can be closed wherever they are. Topics do not pass
 * through it: every node makes its own from the same log. `adapter` goes to attachSocketServer.
 */
export function createSocketCluster(
  url: string,
  onFault?: (error: Error) => void,
): { adapter: unknown; close(): void } {
  // This client queues while Redis is away: the adapter leaves a refused command unhandled, which would end the process.
  const client = createClient({
    url,
    socket: { connectTimeout: 2_000, reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, 1_000) },
  });
  let told = false;
  client.on('ready', () => (told = false));
  client.on('error', (error: Error) => {
    if (!told) onFault?.(error);
    told = true;
  });
  client.connect().catch((error: Error) => onFault?.(error));
  const adapter: unknown = createAdapter(client, {
    streamName: 'citywall:sockets',
    channelPrefix: 'citywall:sockets',
    maxLen: 1_000,
  });
  return { adapter, close: () => client.destroy() };
}
