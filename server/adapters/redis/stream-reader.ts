import { setTimeout as sleep } from 'node:timers/promises';
import type { RedisClient } from './redis-client.ts';

export type StreamMessage = { node?: string; body?: string };

const blockMs = 2_000;
const readCount = 500;
const retryMs = 200;

/** Waits on a connection of its own for what is added to streams. After a loss it goes on with what comes then. */
export class StreamReader {
  private readonly client: RedisClient;
  private readonly listeners = new Map<string, Set<(message: StreamMessage) => void>>();
  private readonly ids = new Map<string, string>();
  private closed = false;
  private running: Promise<void> | null = null;

  constructor(client: RedisClient) {
    this.client = client;
    // Without a listener a lost connection would end the process; read() notices it by itself.
    client.on('error', () => this.ids.clear());
  }

  listen(stream: string, listener: (message: StreamMessage) => void): () => void {
    const known = this.listeners.get(stream) ?? new Set();
    this.listeners.set(stream, known.add(listener));
    this.running ??= this.run();
    return () => void known.delete(listener);
  }

  close(): void {
    this.closed = true;
    this.client.destroy();
  }

  private async run(): Promise<void> {
    // Rejects only when the client is destroyed before it ever connected.
    await this.client.connect().catch(() => undefined);
    while (!this.closed) {
      try {
        await this.read();
      } catch {
        // Redis is away: its return is waited for by the client, and polls keep everybody right until then.
        await sleep(retryMs);
      }
    }
  }

  private async read(): Promise<void> {
    const streams = [...this.listeners.keys()].map((key) => ({ key, id: this.ids.get(key) ?? '$' }));
    const reply = await this.client.xRead(streams, { BLOCK: blockMs, COUNT: readCount });
    for (const { name, messages } of (reply ?? []) as {
      name: string;
      messages: { id: string; message: StreamMessage }[];
    }[]) {
      for (const { id, message } of messages) {
        this.ids.set(name, id);
        for (const listener of this.listeners.get(name) ?? []) listener(message);
      }
    }
  }
}
