import type { responsibilityOperations } from '#wire/http/operations/responsibility.ts';
import type { Handlers, HttpParts } from '../handler.ts';
import { ProblemError } from '../problem-error.ts';
import { withinReach } from '../within-reach.ts';

const usualPage = 500;
/** A shift. */
const usualHours = 8;

/** Responsibility grids and their patrols. Of places out of reach nothing is told: people are named. */
export function responsibilityHandlers({
  port: { responsibility },
}: HttpParts): Pick<Handlers, keyof typeof responsibilityOperations> {
  return {
    async listResponsibilityGrids({ principal, query: { place, limit = usualPage } }) {
      const code = withinReach(principal, place) ?? principal.scope;
      const answer = responsibility.list(principal, code, limit);
      if (answer === null) throw new ProblemError('not-found', `there is no place ${code}`);
      return { answer };
    },
    async getPatrol({ principal, query: { place, hours = usualHours, limit = usualPage, geometry } }) {
      const code = withinReach(principal, place) ?? principal.scope;
      const answer = responsibility.patrol(principal, code, { hours, limit, geometry: geometry === '1' });
      if (answer === null) throw new ProblemError('not-found', `there is no place ${code}`);
      return { answer };
    },
  };
}
