import * as parser from 'socket.io-msgpack-parser';
import { isSoundMsgpack } from './msgpack-guard.ts';

/** Socket.IO's MessagePack parser, one packet a message, which refuses bytes before it believes them. */
class GuardedDecoder extends parser.Decoder {
  override add(message: unknown): void {
    if (!(message instanceof Uint8Array) || !isSoundMsgpack(message)) throw new Error('not a MessagePack message');
    super.add(message);
  }
}

export const guardedParser = { ...parser, Encoder: parser.Encoder, Decoder: GuardedDecoder };
