import type { DeskViewAnswer, DeskViewChange } from '#wire/http/desk.ts';

const ADDRESS = '/api/v1/desk-views';

/** Kept views: one's own first. Throws when the server cannot be asked. */
export async function listViews(): Promise<readonly DeskViewAnswer[]> {
  const answer = await fetch(ADDRESS, { headers: { accept: 'application/json' }, cache: 'no-store' });
  if (!answer.ok) throw new Error(`${ADDRESS}: ${answer.status}`);
  return ((await answer.json()) as { views: DeskViewAnswer[] }).views;
}

/** Keeps a view under an id; false when the server would not. Throws when it cannot be asked. */
export async function saveView(id: string, change: DeskViewChange): Promise<boolean> {
  const answer = await fetch(`${ADDRESS}/${id}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  });
  return answer.ok;
}

/** Forgets one of one's own. Throws when the server cannot be asked. */
export async function removeView(id: string): Promise<void> {
  await fetch(`${ADDRESS}/${id}/remove`, { method: 'POST' });
}
