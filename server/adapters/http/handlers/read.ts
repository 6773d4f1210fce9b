import { mayKnowReporter } from '#domain/account/privacy.ts';
import type { readOperations } from '#wire/http/operations/read.ts';
import { caseDetailFor } from '../case-detail.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { checkPosition } from '../edge/check-position.ts';
import type { Handlers, HttpParts } from '../handler.ts';
import { ProblemError } from '../problem-error.ts';
import { personalReads } from '../personal-reads.ts';
import { isWithinReach, withinReach } from '../within-reach.ts';

const usualPage = 100;

/** What may be asked. A place outside the caller's reach is refused here; the port answers only within it anyway. */
export function readHandlers(parts: HttpParts): Pick<Handlers, keyof typeof readOperations> {
  const { queries, responsibility } = parts.port;
  const mayRead = personalReads(parts);
  let dictionary: { version: string; text: string } | null = null;
  return {
    async listCases({ principal, query }) {
      const { cursor, limit = usualPage, phase, place, ...rest } = query;
      const filter = {
        place: withinReach(principal, place),
        phases: phase ?? null,
        category: rest.category ?? null,
        source: rest.source ?? null,
        overdue: rest.overdue ?? null,
        open: rest.open ?? null,
        since: rest.since ?? null,
        until: rest.until ?? null,
        text: rest.text ?? null,
      };
      const page = await queries.listCases(principal, filter, { beforeId: readCursor(cursor), limit });
      return { answer: { cases: page.cases, nextCursor: writeCursor(page.nextBeforeId) } };
    },
    async getCase({ principal, params: { number }, address }) {
      const detail = await queries.caseByNumber(principal, number);
      if (detail === null || !isWithinReach(principal, detail.summary.place.districtCode)) {
        throw new ProblemError('not-found', `there is no case ${number}, or it is out of reach`);
      }
      const { reporter } = detail.state;
      const known =
        reporter === null ? mayKnowReporter(principal.role) : await mayRead(principal, address, number, reporter);
      const { gridCode } = detail.state.place;
      const grid = await responsibility.ofUnitGridAt(principal, gridCode, detail.state.reportedAt);
      return { answer: caseDetailFor(principal, detail, known, grid) };
    },
    async listAlerts({ principal, query: { place, status, threshold, limit = usualPage } }) {
      const filter = {
        place: withinReach(principal, place),
        statuses: status === undefined ? null : [status],
        threshold: threshold ?? null,
      };
      return { answer: await queries.alerts(principal, filter, limit) };
    },
    async listPlaces({ query: { level, parent, geometry, at = null } }) {
      const filter = { level: level ?? null, parent: parent ?? null, geometry: geometry === '1', at };
      return { answer: { places: await queries.places(filter) } };
    },
    async locate({ principal, query: { lon, lat, datum = 'wgs84', at } }) {
      const checked = checkPosition(lon, lat, datum);
      if (!checked.ok) {
        const { field, message } = checked.rejection;
        throw new ProblemError('bad-argument', message, field === null ? {} : { at: { field } });
      }
      const { position } = checked;
      const place = at === undefined ? queries.locate(position) : await queries.locateAt(position, at);
      const responsibilityGrid =
        at === undefined
          ? responsibility.ofUnitGrid(principal, place.gridCode)
          : await responsibility.ofUnitGridAt(principal, place.gridCode, at);
      return { answer: { ...position, place, responsibilityGrid } };
    },
    async listTeams({ principal, query: { place } }) {
      return { answer: { teams: await queries.teams(principal, { place: withinReach(principal, place) }) } };
    },
    async getFigures({ principal, query: { place = principal.scope } }) {
      const code = withinReach(principal, place) ?? principal.scope;
      const figures = await queries.figures(principal, code);
      if (figures === null) throw new ProblemError('not-found', `there are no figures of ${code}`);
      return { answer: figures };
    },
    async getDictionary() {
      const current = queries.dictionary();
      if (dictionary?.version !== current.version) {
        dictionary = { version: current.version, text: JSON.stringify(current) };
      }
      return { text: dictionary.text, contentType: 'application/json; charset=utf-8', etag: `"${current.version}"` };
    },
  };
}
