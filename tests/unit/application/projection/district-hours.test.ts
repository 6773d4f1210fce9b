import { expect, it } from 'vitest';
import { CityPicture } from '#application/projection/city-picture.ts';
import { figuresOf } from '#application/projection/figures-of.ts';
import { LaneNumbers } from '#application/projection/lane-numbers.ts';
import { laneOf } from '#application/projection/lane-of.ts';
import { PastCounts } from '#application/projection/past-counts.ts';
import { PlaceOrdinals, type ScopePlaces } from '#application/projection/place-scope.ts';
import { TeamTable } from '#application/projection/team-table.ts';
import { defaultPictureThresholds } from '#application/projection/thresholds.ts';
import { LogState } from '#adapters/memory/log-state.ts';
import { plainCalendar } from '#domain/calendar/calendar.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { liveCity, smallDictionary } from '../../../fixtures/live-city.ts';

/** A district that works at night, in a city that works by day. */
const calendar = compileCalendar({
  ...plainCalendar,
  districts: { '120102': { name: { zh: '夜', en: 'Night' }, hours: [{ intervals: [['20:00', '23:59']] }] } },
});

it('work goes on by the hours of the district that a case or a viewer belongs to', async () => {
  const state = new LogState();
  const city = liveCity({}, state);
  const places = new PlaceOrdinals(smallDictionary);
  const began = city.clock.now();
  const picture = new CityPicture({
    ...{ dictionary: smallDictionary, places, calendar, now: began, gridCentre: () => null },
    listener: { caseChanged: () => undefined, alertChanged: () => undefined, waitingChanged: () => undefined },
  });
  await city.report({ subdistrict: '120101001' }, 60_000);
  await city.report({ subdistrict: '120102001' }, 60_000);
  await city.clock.goTo(began + 2 * 60_000);
  await city.raiseDue();
  for (const entry of state.entries) picture.apply(entry, city.clock.now());
  const teams = new TeamTable(places);
  const parts = { picture, teams, calendar, thresholds: defaultPictureThresholds, past: new PastCounts(places) };
  const evening = Date.parse(`${new Date(began).toISOString().slice(0, 10)}T21:00:00+08:00`);
  const runs = (code: string, at: number): boolean =>
    figuresOf(parts, places.scopeOf(code) as ScopePlaces, at).working.running;
  expect(['120000', '120101', '120101001', '120102', '120102001'].map((code) => runs(code, evening))).toEqual(
    [false, false, false, true, true], // The city's hours are over.
  );
  for (const { row } of picture.alerts.rows()) {
    const clock = picture.table.summaryOf(row.caseId)?.stageClock;
    if (clock) clock.basis = 'working';
  }
  const lane = laneOf(parts, places.scopeOf('120000') as ScopePlaces, new LaneNumbers(), evening);
  expect(Object.fromEntries(lane.groups.map(({ districtCode, running }) => [districtCode, running]))).toEqual({
    '120101': false,
    '120102': true,
  });
});
