import { ask, Refused } from '../../frame/answer.ts';
import type { ListPreview, ListProblem, ListVersion } from './list-answers.ts';

/** A file with the choices that go with it. */
export type Chosen = { readonly file: File; readonly options: Readonly<Record<string, string>> };

/** What applying a file would do; nothing is stored. Throws as `ask` does. */
export function previewList(kind: string, chosen: Chosen): Promise<ListPreview> {
  return ask<ListPreview>(address(kind, '/preview', chosen), post(chosen.file));
}

/** Puts a file in force that was compared with `basis`. Throws as `ask` does, Refused where the list has moved on. */
export function applyList(kind: string, chosen: Chosen, basis: string): Promise<ListVersion> {
  return ask<ListVersion>(address(kind, '', { ...chosen, options: { ...chosen.options, basis } }), post(chosen.file));
}

/** Makes the state of an older version the current one. Throws as `ask` does. */
export function undoList(kind: string, version: string): Promise<ListVersion> {
  return ask<ListVersion>(`/api/v1/lists/${kind}/undo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version }),
  });
}

/** The rows that have something wrong with them, as a CSV file. Throws Refused or TypeError. */
export async function fetchRejected(kind: string, chosen: Chosen): Promise<Blob> {
  const answer = await fetch(address(kind, '/rejected', chosen), post(chosen.file));
  if (!answer.ok) throw new Refused(answer.status, null);
  return answer.blob();
}

/** What is wrong with a refused file, row by row; empty where the refusal says nothing of rows. */
export function problemsOf(error: Error): readonly ListProblem[] {
  if (!(error instanceof Refused)) return [];
  return (error.problem?.results ?? []).filter(isProblem);
}

function isProblem(value: unknown): value is ListProblem {
  return typeof value === 'object' && value !== null && 'reason' in value && 'hint' in value;
}

function address(kind: string, act: string, { file, options }: Chosen): string {
  const query = new URLSearchParams({ ...options, name: file.name });
  return `/api/v1/lists/${kind}${act}?${query.toString()}`;
}

function post(file: File): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file };
}
