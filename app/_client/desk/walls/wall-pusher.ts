import { postJson } from '../../admin/settings/post-json.ts';
import { Refused } from '../../frame/answer.ts';
import { ValueStore } from '../../stores/value-store.ts';
import { SignedOut } from '../api.ts';

/** What was chosen in the form. `minutes` null: until taken away; no screens: the whole wall. */
export type PutOnWall = { wall: string; caseNumber: string; screens: readonly string[]; minutes: number | null };
/** How the last act on a wall stands. `why`: the server's own words, empty where it could not be reached. */
export type PushState = { phase: 'idle' | 'pending' } | { phase: 'failed'; why: string };

/** Puts cases on walls and takes them away, one act at a time. Nothing counts as shown before the walls say so. */
export class WallPusher extends ValueStore<PushState> {
  constructor() {
    super({ phase: 'idle' });
  }

  put({ wall, caseNumber, screens, minutes }: PutOnWall): Promise<boolean> {
    return this.#act(wall, {
      act: 'push',
      scene: { kind: 'incident', target: caseNumber },
      ...(screens.length > 0 && { screens }),
      ...(minutes !== null && { minutes }),
    });
  }

  takeAway(wall: string, push: string): Promise<boolean> {
    return this.#act(wall, { act: 'release', push });
  }

  async #act(wall: string, act: object): Promise<boolean> {
    if (this.value.phase === 'pending') return false;
    this.set({ phase: 'pending' });
    try {
      await postJson(`/api/v1/walls/${encodeURIComponent(wall)}/acts`, act);
      this.set({ phase: 'idle' });
      return true;
    } catch (error) {
      if (!(error instanceof Refused || error instanceof SignedOut)) console.info('the wall was not reached', error);
      this.set({ phase: 'failed', why: error instanceof Refused ? (error.problem?.detail ?? '') : '' });
      return false;
    }
  }
}
