import { ReplayRefused } from '#application/wall/replay.ts';
import { WallRefused } from '#application/wall/walls.ts';
import type { wallOperations } from '#wire/http/operations/walls.ts';
import { audit } from '../audit.ts';
import type { Handlers, HttpParts } from '../handler.ts';
import { ProblemError } from '../problem-error.ts';
import { withinReach } from '../within-reach.ts';

/** What hangs and what stands on it. Every change and every act is written down. */
export function wallHandlers(parts: HttpParts): Pick<Handlers, keyof typeof wallOperations> {
  const { walls, replays, now } = parts.port;
  return {
    async listWalls({ principal }) {
      return { answer: { walls: walls.list(principal) } };
    },
    async saveWall({ principal, params: { id }, body, address }) {
      const answer = await refusing(() => walls.save(principal, id, body));
      const { version } = answer;
      const detail = { version, screens: answer.wall.screens.length, scenes: answer.program.playlist.length };
      await audit(parts, principal, address, { act: 'wall.save', subject: id, result: 'done', detail });
      return { answer };
    },
    async removeWall({ principal, params: { id }, address }) {
      const removed = await refusing(() => walls.remove(principal, id));
      await audit(parts, principal, address, { act: 'wall.remove', subject: id, result: 'done', detail: {} });
      return { answer: { removed } };
    },
    async actOnWall({ principal, params: { id }, body, address }) {
      const answer = await refusing(() => walls.act(principal, id, body));
      // That a presenter is still there changes nothing on the wall.
      if (body.act === 'keep') return { answer };
      const detail = {
        ...('scene' in body && body.scene ? { kind: body.scene.kind, target: body.scene.target ?? '' } : {}),
      };
      await audit(parts, principal, address, { act: `wall.${body.act}`, subject: id, result: 'done', detail });
      return { answer };
    },
    async getReplay({ principal, query: { day, until, place } }) {
      const asked = day === undefined ? { until: until ?? now() } : { day };
      const file = await refusing(() => replays.frame(principal, asked, withinReach(principal, place)));
      return { file, name: 'replay.bin', contentType: 'application/octet-stream' };
    },
  };
}

/** The answer, with a refusal in the API's words. */
async function refusing<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ReplayRefused) throw new ProblemError(error.code, error.message);
    if (!(error instanceof WallRefused)) throw error;
    throw new ProblemError(error.code, error.message, error.field === undefined ? {} : { at: { field: error.field } });
  }
}
