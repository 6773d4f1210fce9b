import type { BriefingList, BriefingStep } from '#domain/briefing/briefing-list.ts';
import type { BriefingsAnswer } from '#wire/http/briefing.ts';
import { postJson } from '../admin/settings/post-json.ts';
import { ask } from '../frame/answer.ts';

const LISTS = '/api/v1/briefings';

/** All throw as `ask` does. */
export async function readLists(): Promise<BriefingList[]> {
  return [...(await ask<BriefingsAnswer>(LISTS)).briefings];
}

/** What of a list is set by whoever makes it. */
export type ListDraft = { id: string; version: number; name: string; shared: boolean; steps: readonly BriefingStep[] };

export function saveList({ id, ...change }: ListDraft): Promise<BriefingList> {
  const { version, name, shared, steps } = change;
  return postJson<BriefingList>(`${LISTS}/${id}`, { version, name, shared, steps });
}

export function removeList(id: string): Promise<unknown> {
  return postJson(`${LISTS}/${id}/remove`, {});
}

/** An act on a wall; false where it was refused or the server was not reached. `leaving`: sent while the page goes. */
export async function actOnWall(wall: string, act: object, leaving = false): Promise<boolean> {
  try {
    const answer = await fetch(`/api/v1/walls/${encodeURIComponent(wall)}/acts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(act),
      keepalive: leaving,
    });
    if (!answer.ok) console.info(`the wall ${wall} refused`, answer.status);
    return answer.ok;
  } catch (error) {
    console.info(`the wall ${wall} was not reached`, error);
    return false;
  }
}

/** A name for a new list that no other has; `crypto.randomUUID` is missing on pages served without TLS. */
export function newListId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
