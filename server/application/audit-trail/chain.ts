import { createHash } from 'node:crypto';
import type { AuditLine } from './audit-line.ts';

/** Where the chain begins: the hash before its first line. */
export const NO_HASH = '0'.repeat(64);

/** A line with its number in the chain (from 1, without gaps) and its hash (64 hexadecimal digits). */
export type ChainedLine = AuditLine & { no: number; hash: string };

/** The end of a chain: the number and hash of its last line; 0 and `NO_HASH` before the first. */
export type ChainEnd = { no: number; hash: string };

/** A line's content as it is hashed, so that the same line always gives the same text, whatever order its detail has. */
export function contentOf(no: number, previous: string, line: AuditLine): string {
  const { at, actor, role, act, subject, result, detail, address } = line;
  const sorted = Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const who = [actor.kind, actor.id, actor.name, role];
  return JSON.stringify(['citywall-audit-1', no, previous, at, ...who, act, subject, result, sorted, address]);
}

/** SHA-256 over the hash before and the line's own content. */
export function hashOf(no: number, previous: string, line: AuditLine): string {
  return createHash('sha256')
    .update(contentOf(no, previous, line))
    .digest('hex');
}

/** Numbers lines and chains them behind an end. */
export function chained(end: ChainEnd, lines: readonly AuditLine[]): ChainedLine[] {
  let { no, hash } = end;
  return lines.map((line) => {
    no += 1;
    hash = hashOf(no, hash, line);
    return { ...line, no, hash };
  });
}

/** A line as the store keeps it: no text in it that a database refuses, so that one line never holds up others. */
export function storable(line: AuditLine): AuditLine {
  const { actor, act, subject, detail, address } = line;
  return {
    ...line,
    at: Math.round(line.at),
    actor: { kind: actor.kind, id: fit(actor.id), name: fit(actor.name) },
    act: fit(act),
    subject: fit(subject),
    detail: Object.fromEntries(Object.entries(detail).map(([name, value]) => [fit(name), fitValue(value)])),
    address: fit(address),
  };
}

function fitValue(value: string | number | boolean | null): string | number | boolean | null {
  if (typeof value === 'string') return fit(value);
  // JSON has no other numbers, and minus nought comes back as nought.
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  return value;
}

/** NUL and lone surrogates are no text for Postgres. */
function fit(text: string): string {
  return text.replaceAll('\0', '\uFFFD').replace(/\p{Cs}/gu, '\uFFFD');
}
