import type { Socket } from 'socket.io';
import type { Subscriber } from '#application/publish/subscriber.ts';
import type { Down } from '#wire/protocol.ts';
import { sharedMessage } from './shared-message.ts';

/** A Socket.IO socket as the hub knows it. */
export class SocketSubscriber implements Subscriber {
  private readonly socket: Socket;

  constructor(socket: Socket) {
    this.socket = socket;
  }

  isOpen(): boolean {
    return this.socket.connected;
  }

  /**
   * What waits in Engine.IO and in the WebSocket. Both are outside the typed interface; where a version has them no
   * more, the transport's own word whether it can write has to do.
   */
  backlogBytes(): number {
    const { conn } = this.socket;
    const waiting: unknown = Reflect.get(conn, 'writeBuffer');
    const webSocket: unknown = Reflect.get(conn.transport, 'socket');
    const buffered: unknown =
      typeof webSocket === 'object' && webSocket !== null ? Reflect.get(webSocket, 'bufferedAmount') : undefined;
    if (!Array.isArray(waiting) || typeof buffered !== 'number') return conn.transport.writable ? 0 : Infinity;
    return waiting.reduce(
      (sum: number, packet: { data?: { length?: number } }) => sum + (packet.data?.length ?? 0),
      buffered,
    );
  }

  /** The packet and its WebSocket frame are made once and written to every socket as they are. */
  send(message: Down): void {
    const { packet, frame } = sharedMessage(message);
    const options = { compress: false, wsPreEncodedFrame: frame };
    this.socket.conn.write(packet, options);
  }

  close(): void {
    this.socket.disconnect(true);
  }
}
