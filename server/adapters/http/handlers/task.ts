import type { taskOperations } from '#wire/http/operations/task.ts';
import { audit } from '../audit.ts';
import type { Handlers, HttpParts } from '../handler.ts';
import { ProblemError } from '../problem-error.ts';
import { withinReach } from '../within-reach.ts';

const usualPage = 100;
/** A shift. */
const usualHours = 8;

/** What collectors have to do, and where they were. */
export function taskHandlers(parts: HttpParts): Pick<Handlers, keyof typeof taskOperations> {
  const { tasks } = parts.port;
  return {
    async listTasks({ principal, query: { place, open = true, limit = usualPage, ...rest } }) {
      const filter = {
        place: withinReach(principal, place),
        responsibilityGrid: rest.responsibilityGrid ?? null,
        kind: rest.kind ?? null,
        collector: rest.collector ?? null,
        open,
      };
      return { answer: { tasks: await tasks.tasks(principal, filter, limit) } };
    },
    async takeTask({ principal, params: { id }, address }) {
      const taken = await tasks.take(principal, id);
      const result = taken ? 'done' : 'refused';
      await audit(parts, principal, address, { act: 'task.take', subject: String(id), result, detail: {} });
      if (!taken) throw new ProblemError('not-found', `there is no open task ${id} that nobody has taken up`);
      return { answer: { id } };
    },
    async getCoverage({ principal, query: { place = principal.scope, hours = usualHours } }) {
      const code = withinReach(principal, place) ?? principal.scope;
      const places = tasks.coverage(principal, code, hours);
      if (places === null) throw new ProblemError('not-found', `there is no place ${code}`);
      return { answer: { places } };
    },
  };
}
