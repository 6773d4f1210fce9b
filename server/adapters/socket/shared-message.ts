import * as parser from 'socket.io-msgpack-parser';
import type { Down } from '#wire/protocol.ts';

/** One message as Socket.IO sends it: the packet, and the same as one WebSocket frame. */
export type SharedMessage = { packet: Buffer; frame: readonly [head: Buffer, packet: Buffer] };

const encoder = new parser.Encoder();
/** The hub gives the same object to all who see the same, so its encoded form is made once and goes with it. */
const encoded = new WeakMap<Down, SharedMessage>();

/** Socket.IO's packet type EVENT. */
const event = 2;

export function sharedMessage(message: Down): SharedMessage {
  const known = encoded.get(message);
  if (known) return known;
  const packet = encodePacket(message);
  const shared: SharedMessage = { packet, frame: [frameHead(packet.length), packet] };
  encoded.set(message, shared);
  return shared;
}

function encodePacket(message: Down): Buffer {
  const [packet] = encoder.encode({ type: event, nsp: '/', data: ['down', withBuffer(message)] }) as unknown as [
    Buffer,
  ];
  return packet;
}

/** The encoder takes Buffers as bytes; a plain Uint8Array it would send as another type. */
function withBuffer(message: Down): Down {
  if (message.type === 'leave' || message.type === 'notices' || !message.bytes) return message;
  const { buffer, byteOffset, byteLength } = message.bytes;
  return { ...message, bytes: Buffer.from(buffer, byteOffset, byteLength) };
}

/** Head of an unmasked, final binary frame (RFC 6455 §5.2). */
function frameHead(length: number): Buffer {
  const finalBinary = 0x82;
  if (length < 126) return Buffer.of(finalBinary, length);
  const head = Buffer.alloc(length < 0x10000 ? 4 : 10);
  head[0] = finalBinary;
  if (length < 0x10000) {
    head[1] = 126;
    head.writeUInt16BE(length, 2);
  } else {
    head[1] = 127;
    head.writeUInt32BE(length, 6);
  }
  return head;
}
