import { ProblemError } from '../problem-error.ts';
import { findJsonFault } from './find-json-fault.ts';
import { scanJson } from './scan-json.ts';

/** Deeper nesting than any message here needs is refused before parsing. */
export const MOST_DEPTH = 32;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * Bytes as text.
 *
 * @throws ProblemError bad-encoding.
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new ProblemError('bad-encoding', 'the body is not well-formed UTF-8');
    throw error;
  }
}

/**
 * Parses a JSON body of bounded depth and, when it is an array, of a bounded number of items.
 *
 * @throws ProblemError too-deep, too-many-items, bad-encoding, bad-json (with line, column and offset).
 */
export function parseJson(bytes: Uint8Array, mostItems = Infinity): unknown {
  const scan = scanJson(bytes, MOST_DEPTH);
  if (scan.deepAt >= 0) {
    throw new ProblemError('too-deep', `nested more than ${MOST_DEPTH} levels at byte ${scan.deepAt}`, {
      at: { offset: scan.deepAt },
    });
  }
  const text = decodeText(bytes);
  if (scan.outerItems > mostItems && /^\s*\[/.test(text)) throw tooManyItems(mostItems);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const fault = findJsonFault(text);
    if (fault === null) throw new ProblemError('bad-json', 'the body is not JSON');
    const { line, column, offset, message } = fault;
    throw new ProblemError('bad-json', `line ${line}, column ${column}: ${message}`, { at: { line, column, offset } });
  }
}

export function tooManyItems(most: number): ProblemError {
  return new ProblemError('too-many-items', `one body holds at most ${most} items`);
}
