import { newRedisClient, type RedisClient } from './redis-client.ts';
import { StreamReader, type StreamMessage } from './stream-reader.ts';

export type RedisLinkParts = {
  url: string;
  /** This node's name: what it says itself it doesn't hear. */
  nodeId: string;
  /** Hears once of every loss and of every return; Redis carries, so nothing else follows from it. */
  onState?: (up: boolean, error: Error | null) => void;
};

/** Stream names begin with this, so that one Redis may serve others too. */
const prefix = 'citywall:';
/** About this many messages are kept for readers that fall behind; older ones no longer matter. */
const keptMessages = 10_000;

/**
 * This node's two connections to Redis: one that says, one that waits for what others say. Redis may go away and come
 * back empty at any time: saying is then forgotten and hearing resumes by itself.
 */
export class RedisLink {
  readonly nodeId: string;
  private readonly sender: RedisClient;
  private readonly reader: StreamReader;
  private up: boolean | null = null;
  private closed = false;

  constructor({ url, nodeId, onState }: RedisLinkParts) {
    this.nodeId = nodeId;
    this.sender = newRedisClient(url);
    const note = (up: boolean, error: Error | null) => {
      if (this.up === up || this.closed) return;
      this.up = up;
      onState?.(up, error);
    };
    this.sender.on('ready', () => note(true, null));
    this.sender.on('error', (error: Error) => note(false, error));
    this.reader = new StreamReader(newRedisClient(url));
    // Resolves on the first connection, however long that takes; errors are told by the event above.
    this.sender.connect().catch((error: Error) => note(false, error));
  }

  isUp(): boolean {
    return this.up === true;
  }

  /** Says something to the other nodes. While Redis is away it is forgotten. */
  say(stream: string, body: Buffer): void {
    if (!this.sender.isReady) return;
    this.sender
      .xAdd(
        prefix + stream,
        '*',
        { node: this.nodeId, body: body.toString('base64') },
        {
          TRIM: { strategy: 'MAXLEN', strategyModifier: '~', threshold: keptMessages },
        },
      )
      // The 'error' event has told of the loss; this message is one of those that are forgotten.
      .catch(() => undefined);
  }

  /** Hears what the other nodes say from now on. */
  hear(stream: string, listener: (body: Buffer) => void): () => void {
    return this.reader.listen(prefix + stream, ({ node, body }: StreamMessage) => {
      if (node !== this.nodeId && body !== undefined) listener(Buffer.from(body, 'base64'));
    });
  }

  close(): void {
    this.closed = true;
    this.reader.close();
    this.sender.destroy();
  }
}
