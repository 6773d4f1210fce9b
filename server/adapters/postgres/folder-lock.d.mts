/** Another live process works in the folder. */
export class FolderInUseError extends Error {
  readonly pid: number;
  readonly work: string;
}
export function takeFolder(folder: string, work: string): { release: () => void };
export function folderHolder(folder: string): { pid: number; work: string } | null;
export function birthOf(pid: number): string | null;
