import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../problem-error.ts';

/**
 * Reads a request's body, counting as it comes, so that a large one is refused at its first byte too many.
 *
 * @throws ProblemError too-large, wrong-content-type (compressed), bad-request (cut short).
 */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    throw new ProblemError('wrong-content-type', 'send the body uncompressed, without Content-Encoding');
  }
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > mostBytes) throw tooLarge(mostBytes);
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise<Buffer>((resolve, reject) => {
    const stop = (): void => {
      request.off('data', take);
      request.off('end', end);
      request.off('error', fail);
      request.off('close', cut);
    };
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > mostBytes) {
        stop();
        request.pause();
        reject(tooLarge(mostBytes));
      } else chunks.push(chunk);
    };
    const end = (): void => {
      stop();
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size));
    };
    const fail = (): void => {
      stop();
      reject(new ProblemError('bad-request', 'the body could not be read to its end'));
    };
    const cut = (): void => {
      if (!request.complete) fail();
    };
    request.on('data', take).on('end', end).on('error', fail).on('close', cut);
  });
}

function tooLarge(mostBytes: number): ProblemError {
  return new ProblemError('too-large', `a body has at most ${mostBytes} bytes here`);
}
