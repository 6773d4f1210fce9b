import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import type { Body, Operation } from '#wire/http/operation.ts';
import type { ProblemCode } from '#wire/http/problem.ts';
import { findUnfitText } from '#wire/http/unfit-text.ts';
import { parseJson } from './edge/parse-json.ts';
import { readBody } from './edge/read-body.ts';
import { rejectedBy } from './edge/rejected.ts';
import { mediaType, splitBatch } from './edge/split-batch.ts';
import { ProblemError } from './problem-error.ts';

/** Most bytes of a body, by its kind; a file's are its operation's own. */
export const MOST_BYTES: Record<Exclude<Body['kind'], 'file'>, number> = {
  json: 64 * 1024,
  batch: 2 * 1024 * 1024,
  fixes: 2 * 1024 * 1024,
};

/**
 * Parameters of path and query as the operation's schemas read them; null where it takes none.
 *
 * @throws ProblemError bad-request.
 */
export function parseAddress(
  operation: Operation,
  params: Record<string, string>,
  search: URLSearchParams,
): { params: unknown; query: unknown } {
  const names = [...search.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw badRequest(twice, 'it is given twice');
  if (operation.query === undefined && names[0] !== undefined) throw badRequest(names[0], 'there is no such parameter');
  return {
    params: operation.params === undefined ? null : parsed(operation.params, params, 'bad-request'),
    query: operation.query === undefined ? null : parsed(operation.query, Object.fromEntries(search), 'bad-request'),
  };
}

/**
 * The body as the operation takes it; null where it takes none (what is sent all the same is not read).
 *
 * @throws ProblemError of any code about bodies.
 */
export async function parseBody(operation: Operation, request: IncomingMessage): Promise<unknown> {
  const { body } = operation;
  if (body === undefined) return null;
  const contentType = request.headers['content-type'];
  if (body.kind === 'json' && mediaType(contentType) !== 'application/json') {
    throw new ProblemError('wrong-content-type', 'send application/json');
  }
  const bytes = await readBody(request, body.kind === 'file' ? body.most : MOST_BYTES[body.kind]);
  if (body.kind === 'file') return bytes;
  if (body.kind === 'batch') return splitBatch(bytes, contentType, body.most);
  if (body.kind === 'fixes') return { bytes, contentType };
  const value = parseJson(bytes);
  const unfit = findUnfitText(value);
  if (unfit !== null) {
    throw new ProblemError('bad-argument', `${unfit} holds a NUL, a lone surrogate or another control character`, {
      at: { field: unfit },
    });
  }
  return parsed(body.schema, value, 'bad-argument');
}

function parsed(schema: z.ZodType, value: unknown, code: ProblemCode): unknown {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const { field: path, message } = rejectedBy(result.error);
  // In an address the parameter is the place: what is wrong inside it has no name of its own.
  const field = code === 'bad-request' ? (path?.split('.', 1)[0] ?? null) : path;
  throw new ProblemError(
    code,
    field === null ? message : `${field}: ${message}`,
    field === null ? {} : { at: { field } },
  );
}

function badRequest(field: string, message: string): ProblemError {
  return new ProblemError('bad-request', `${field}: ${message}`, { at: { field } });
}
