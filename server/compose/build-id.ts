import { readFile } from 'node:fs/promises';

/** The build that this process serves; pages of another one reload themselves. */
export async function buildId(): Promise<string> {
  try {
    return (await readFile('.next/BUILD_ID', 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'development';
    throw error;
  }
}
