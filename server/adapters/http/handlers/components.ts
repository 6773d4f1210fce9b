import type { PageEnd } from '#application/component/component-queries.ts';
import { reachOf } from '#application/query/reach.ts';
import {
  MOST_BOX_DEGREES,
  MOST_IN_BOX,
  MOST_NEAR_METRES,
  type componentOperations,
} from '#wire/http/operations/components.ts';
import type { Handlers, HttpParts } from '../handler.ts';
import { ProblemError } from '../problem-error.ts';

const usualNear = 50;
const usualLimit = 10;
const mostCases = 100;
const usualPage = 100;

/** Components for maps that are near, and one with its history. */
export function componentHandlers({
  port: { components },
}: HttpParts): Pick<Handlers, keyof typeof componentOperations> {
  return {
    async listComponents({ principal, query: { bbox } }) {
      const [west, south, east, north] = bbox;
      const refuse = (message: string): ProblemError =>
        new ProblemError('bad-argument', message, { at: { field: 'bbox' } });
      if (west >= east || south >= north)
        throw refuse('the box is west,south,east,north: west before east, south before north');
      if (east - west > MOST_BOX_DEGREES || north - south > MOST_BOX_DEGREES)
        throw refuse(`a box may be ${MOST_BOX_DEGREES} degrees wide and high: go nearer`);
      const version = components.version();
      const reach = reachOf(principal);
      const { total, components: found } = components.within(bbox, reach, MOST_IN_BOX);
      if (total > MOST_IN_BOX)
        throw new ProblemError(
          'too-many-items',
          `the box holds ${total} components, at most ${MOST_IN_BOX} are sent: go nearer`,
        );
      return { answer: { version, components: found }, etag: `"components-${version}-${reach.place ?? 'all'}"` };
    },
    async nearComponents({ principal, query: { lon, lat, category, within = usualNear, limit = usualLimit } }) {
      const metres = Math.min(within, MOST_NEAR_METRES);
      return {
        answer: {
          components: components.near(
            { lon, lat },
            { category: category ?? null, reach: reachOf(principal) },
            metres,
            limit,
          ),
        },
      };
    },
    async searchComponents({ principal, query: { after = null, limit = usualPage, ...query } }) {
      const { category = null, place = null, owner = null, state = null, text = null, withCases = false } = query;
      const filter = { category, place, owner, state, text, withCases };
      const from = after === null ? null : readPageEnd(after, withCases);
      const { next, ...page } = await components.search(filter, reachOf(principal), { after: from, limit });
      return { answer: { ...page, next: next === null ? null : pageEndText(next) } };
    },
    async summariseComponents({ principal }) {
      return { answer: await components.summary(reachOf(principal)) };
    },
    async getComponent({ principal, params: { code } }) {
      const component = await components.byCode(code, reachOf(principal));
      if (component === null)
        throw new ProblemError('not-found', `the register has no component ${code}, or it is out of reach`);
      return { answer: { component, cases: await components.casesOf(code, reachOf(principal), mostCases) } };
    },
  };
}

/** A page's end as `after` gives it back: the code, after the count where the counts decide the order. */
function pageEndText({ code, cases }: PageEnd): string {
  return cases === null ? code : `${cases}~${code}`;
}

/** Throws ProblemError for the end of a page that was in another order. */
function readPageEnd(after: string, withCases: boolean): PageEnd {
  const [code = '', cases] = after.split('~').reverse();
  if ((cases !== undefined) === withCases) return { code, cases: cases === undefined ? null : Number(cases) };
  throw new ProblemError('bad-argument', 'after: take it from the answer before, and ask for the same', {
    at: { field: 'after' },
  });
}
