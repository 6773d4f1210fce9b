import { createHash } from 'node:crypto';

/** A handover as it is stored: its content as one text, and that text's SHA-256 (64 hexadecimal digits). */
export type Sealed = { readonly text: string; readonly hash: string };

/** Writes a value so that the same content always gives the same text: members by name, no spaces. */
export function sealed(content: unknown): Sealed {
  const text = JSON.stringify(ordered(content));
  return { text, hash: hashOfText(text) };
}

/** Whether a stored text is still the one that was signed. */
export function isSound({ text, hash }: Sealed): boolean {
  return hashOfText(text) === hash;
}

function hashOfText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  // Text that a database refuses would keep the whole shift from being written.
  if (typeof value === 'string') return value.replaceAll('\0', '\uFFFD').replace(/\p{Cs}/gu, '\uFFFD');
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, ordered(each)]));
}
