import { operations, type OperationId } from '#wire/http/operations.ts';
import type { Operation } from '#wire/http/operation.ts';

/** What a method and path lead to. `wrong-method` lists the methods that the path does take. */
export type Route =
  | { kind: 'operation'; id: OperationId; operation: Operation; params: Record<string, string> }
  | { kind: 'wrong-method'; allowed: string[] }
  | { kind: 'unknown' };

type Entry = { id: OperationId; operation: Operation; segments: readonly string[] };

const entries: readonly Entry[] = (Object.keys(operations) as OperationId[]).map((id) => ({
  id,
  operation: operations[id],
  segments: operations[id].path.split('/'),
}));

/** Finds the operation of a request. The path is as it came, still percent-encoded. */
export function findRoute(method: string, path: string): Route {
  const segments = path.split('/');
  const found = entries.flatMap((entry) => {
    const params = matchSegments(entry.segments, segments);
    return params === null ? [] : [{ entry, params }];
  });
  if (found.length === 0) return { kind: 'unknown' };
  const wanted = method === 'HEAD' ? 'GET' : method;
  const match = found.find(({ entry }) => entry.operation.method === wanted);
  if (match === undefined) return { kind: 'wrong-method', allowed: found.map(({ entry }) => entry.operation.method) };
  return { kind: 'operation', id: match.entry.id, operation: match.entry.operation, params: match.params };
}

function matchSegments(pattern: readonly string[], given: readonly string[]): Record<string, string> | null {
  if (pattern.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = given[index] ?? '';
    if (part.startsWith('{')) {
      const value = decoded(segment);
      if (value === null || value === '') return null;
      params[part.slice(1, -1)] = value;
    } else if (part !== segment) return null;
  }
  return params;
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
