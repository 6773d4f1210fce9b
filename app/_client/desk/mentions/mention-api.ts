import type { MentionsAnswer, PersonAnswer } from '#wire/http/mention.ts';

const ADDRESS = '/api/v1/mentions';

/** Comments that name whoever is signed in, newest first. Throws when the server cannot be asked. */
export async function readMentions(): Promise<MentionsAnswer> {
  const answer = await fetch(ADDRESS, { headers: { accept: 'application/json' }, cache: 'no-store' });
  if (!answer.ok) throw new Error(`${ADDRESS}: ${answer.status}`);
  return (await answer.json()) as MentionsAnswer;
}

/** Says that mentions were read. Throws when the server cannot be asked. */
export async function sayRead(mentions: readonly { caseId: number; eventId: string }[]): Promise<void> {
  const body = JSON.stringify({ mentions: mentions.map(({ caseId, eventId }) => ({ caseId, eventId })) });
  const answer = await fetch(`${ADDRESS}/read`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  if (!answer.ok) throw new Error(`${ADDRESS}/read: ${answer.status}`);
}

/** Whom a comment on a case may name, by a part of name, user name or department. Throws when the server cannot be asked. */
export async function findPeople(number: string, text: string, signal: AbortSignal): Promise<readonly PersonAnswer[]> {
  const address = `/api/v1/cases/${encodeURIComponent(number)}/people?${new URLSearchParams({ text }).toString()}`;
  const answer = await fetch(address, { headers: { accept: 'application/json' }, cache: 'no-store', signal });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return ((await answer.json()) as { people: PersonAnswer[] }).people;
}
