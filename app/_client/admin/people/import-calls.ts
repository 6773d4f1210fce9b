import type { PeopleDoneAnswer, PeoplePreviewAnswer } from '#wire/http/accounts.ts';
import { ask, Refused } from '../../frame/answer.ts';

/** What a file of people would do; nothing is stored. Throws as `ask` does. */
export function previewPeople(file: File): Promise<PeoplePreviewAnswer> {
  return ask<PeoplePreviewAnswer>(`/api/v1/people/preview?${nameOf(file)}`, post(file));
}

/** Makes and changes the accounts of a file that was compared with `basis`. Throws as `ask` does. */
export function importPeople(file: File, basis: string): Promise<PeopleDoneAnswer> {
  return ask<PeopleDoneAnswer>(`/api/v1/people?${nameOf(file)}&basis=${encodeURIComponent(basis)}`, post(file));
}

/** The rows that are left out, as a CSV file. Throws Refused or TypeError. */
export async function fetchRejected(file: File): Promise<Blob> {
  const answer = await fetch(`/api/v1/people/rejected?${nameOf(file)}`, post(file));
  if (!answer.ok) throw new Refused(answer.status, null);
  return answer.blob();
}

/** First passwords as a CSV file that a spreadsheet opens. */
export function passwordsFile(made: PeopleDoneAnswer['made'], header: readonly string[]): Blob {
  const rows = made.map(({ username, name, password }) => [username, name, password]);
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell) => `"${(/^[=+\-@]/u.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
  return new Blob(['\uFEFF', ...[header, ...rows].map(line)], { type: 'text/csv;charset=utf-8' });
}

function nameOf(file: File): string {
  return new URLSearchParams({ name: file.name }).toString();
}

function post(file: File): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file };
}
