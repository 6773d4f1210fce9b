import { postOf } from '#domain/account/post.ts';
import type { Threshold } from '#domain/alert/alert.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { legalMoves, legalRights, type Moment } from '#domain/case/legal.ts';
import type { CaseRules } from '#domain/case/rules.ts';
import type { ClockThresholds } from '#domain/clock/clock.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import type { Dictionary } from '#wire/dictionary.ts';
import type { AlertRow } from '#wire/figures.ts';
import type { QueryPort } from '../api-port.ts';
import type { LiveHub } from '../publish/live-hub.ts';
import { firedUnder, restatementsOf } from './calendar-changes.ts';
import { explainCase } from './explain-case.ts';
import { departmentOf, reachOf } from './reach.ts';
import type { StoreQueries } from './store-queries.ts';

export type AnswerParts = {
  now: () => number;
  hub: LiveHub;
  store: StoreQueries;
  places: () => PlaceIndex;
  dictionary: Dictionary;
  calendar: () => CompiledCalendar;
  rules: () => CaseRules;
  thresholds: ClockThresholds;
};

/** What may be asked: live figures from the picture in memory, cases and their history from the store. */
export function createAnswers(parts: AnswerParts): QueryPort {
  const { now, hub, store, dictionary } = parts;
  return {
    listCases: (who, filter, page) => store.listCases(filter, reachOf(who), now(), page),
    async caseByNumber(who, number) {
      const found = await store.caseByNumber(number, reachOf(who));
      if (!found) return null;
      const { stored, summary, events, alerts } = found;
      const changes = restatementsOf(events);
      const moment: Moment = { rules: parts.rules(), calendar: parts.calendar(), at: now() };
      return {
        summary,
        state: stored.state,
        events,
        alerts: alerts.map((alert) => firedUnder(alert, changes)),
        clocks: explainCase(stored.state, moment.calendar, parts.thresholds, moment.at, changes),
        legal: legalMoves(stored.state, postOf(who), moment),
        rights: legalRights(stored.state, postOf(who), moment),
      };
    },
    async alerts(who, filter, limit) {
      // Whoever waits for an answer asks of alerts that wait for somebody, and those are all in memory.
      const statuses = filter.statuses ?? ['open', 'taken', 'shelved'];
      const rows = (hub.alertsFor(who.scope, departmentOf(who)) ?? []).filter(
        (row) =>
          statuses.includes(row.status) &&
          (filter.threshold === null || row.threshold === filter.threshold) &&
          isAt(row, filter.place, dictionary.city.code),
      );
      rows.sort(worstFirst);
      return { total: rows.length, alerts: rows.slice(0, limit) };
    },
    places: (filter) => store.listPlaces(filter),
    locate: ({ lon, lat }) => parts.places().locate(lon, lat),
    locateAt: (position, at) => store.locateAt(position, at),
    async teams(who, { place }) {
      return hub.teamsNow(place ?? who.scope).map(({ team, fix }) => {
        if (!fix) return { ...team, fix };
        const { lon, lat, at, heading, speed, receivedAt } = fix;
        return { ...team, fix: { lon, lat, at, heading, speed, receivedAt } };
      });
    },
    figures: async (_who, place) => hub.figuresFor(place),
    dictionary: () => dictionary,
  };
}

function isAt(row: AlertRow, place: string | null, city: string): boolean {
  return place === null || place === city || row.districtCode === place || row.subdistrictCode === place;
}

const WORST_FIRST: readonly Threshold[] = ['timeout', 'reply-late', 'warning'];

function worstFirst(a: AlertRow, b: AlertRow): number {
  return WORST_FIRST.indexOf(a.threshold) - WORST_FIRST.indexOf(b.threshold) || a.dueAt - b.dueAt || a.id - b.id;
}
