import type { StandingWall } from '#domain/wall/standing.ts';
import { ask, Refused } from '../../frame/answer.ts';
import { postJson } from '../settings/post-json.ts';
import { draftOf, isSameDraft, type WallDraft } from './wall-draft.ts';

/** Acts and the playlist's own course count as changes of a wall too: so often one may come between reading and storing. */
const MOST_TRIES = 4;

export type Saved = { done: true; standing: StandingWall } | { done: false; theirs: StandingWall };

/**
 * Stores a draft that was made of `base`. Where the wall's screens, panels and playlist have not changed since, whatever
 * else was done to it stays as it is; where somebody changed one of these, nothing is stored and theirs comes back.
 * Throws as `ask` does.
 */
export async function saveWall(base: StandingWall | null, draft: WallDraft): Promise<Saved> {
  const address = `/api/v1/walls/${draft.wall.id}`;
  let version = base?.version ?? 0;
  for (let tries = 0; ; tries += 1) {
    try {
      return { done: true, standing: await postJson<StandingWall>(address, { version, ...draft }) };
    } catch (error) {
      if (!(error instanceof Refused) || error.problem?.code !== 'version-conflict' || tries >= MOST_TRIES) throw error;
      const theirs = await readWall(draft.wall.id);
      if (theirs === null) version = 0;
      else if (base === null || !isSameDraft(draftOf(theirs), draftOf(base))) return { done: false, theirs };
      else version = theirs.version;
    }
  }
}

async function readWall(id: string): Promise<StandingWall | null> {
  const { walls } = await ask<{ walls: StandingWall[] }>('/api/v1/walls');
  return walls.find(({ wall }) => wall.id === id) ?? null;
}
