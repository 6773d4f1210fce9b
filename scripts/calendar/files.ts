// Reads and writes the tools' files, with the system's reasons in words.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from './refusal.ts';

/** A file's bytes; `-` is standard input. @throws InputError where it cannot be read. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path === '-' ? '/dev/stdin' : path);
  } catch (error) {
    throw reasoned(path, error, 'read');
  }
}

/** Writes a file and the folders to it. @throws InputError where it cannot be written. */
export async function writeText(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (error) {
    throw reasoned(path, error, 'written');
  }
}

/** A list as JSON, one entry a line. */
export function jsonLines(entries: readonly unknown[]): string {
  if (entries.length === 0) return '[]\n';
  return `[\n${entries.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n]\n`;
}

function reasoned(path: string, error: unknown, what: string): Error {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return error as Error;
  const reason: Record<string, string> = {
    ENOENT: 'there is no such file or folder',
    EISDIR: 'it is a folder',
    EACCES: 'permission is denied',
  };
  return new InputError(`${path} cannot be ${what}: ${reason[code] ?? message}`);
}
