import type { Rejection } from '#wire/http/rejection.ts';
import { ProblemError } from '../problem-error.ts';
import { parseJson, tooManyItems } from './parse-json.ts';
import { rejected } from './rejected.ts';

/** One item of a body before it is read: a value, or a line of NDJSON that is not JSON. */
export type RawItem = { ok: true; value: unknown } | { ok: false; rejection: Rejection };

/** The media type of a Content-Type header, in small letters; empty when there is none. */
export function mediaType(header: string | undefined): string {
  return (header ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/**
 * Splits a batch into its items: a JSON array, a single object, or NDJSON where a bad line spoils only itself.
 *
 * @throws ProblemError wrong-content-type, bad-json, bad-encoding, too-deep, too-many-items, bad-argument (empty).
 */
export function splitBatch(bytes: Uint8Array, contentType: string | undefined, most: number): RawItem[] {
  const type = mediaType(contentType);
  const items = type === 'application/x-ndjson' ? splitLines(bytes, most) : splitJson(bytes, type, most);
  if (items.length === 0) throw new ProblemError('bad-argument', 'the body holds no item');
  return items;
}

function splitJson(bytes: Uint8Array, type: string, most: number): RawItem[] {
  if (type !== 'application/json') {
    throw new ProblemError('wrong-content-type', 'send application/json or application/x-ndjson');
  }
  const value = parseJson(bytes, most);
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.map((item) => ({ ok: true, value: item }));
}

function splitLines(bytes: Uint8Array, most: number): RawItem[] {
  const items: RawItem[] = [];
  let line = 0;
  for (let from = 0; from < bytes.length;) {
    const newline = bytes.indexOf(0x0a, from);
    const to = newline === -1 ? bytes.length : newline;
    const content = bytes.subarray(from, to);
    from = to + 1;
    line++;
    if (content.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09)) continue;
    if (items.length === most) throw tooManyItems(most);
    items.push(parseLine(content, line));
  }
  return items;
}

function parseLine(content: Uint8Array, line: number): RawItem {
  try {
    return { ok: true, value: parseJson(content) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return {
      ok: false,
      rejection: rejected('not-json', null, `line ${line}: ${error.message.replace(/^line 1, /, '')}`),
    };
  }
}
