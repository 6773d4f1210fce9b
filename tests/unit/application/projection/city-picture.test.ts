import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CityPicture } from '#application/projection/city-picture.ts';
import { LAMP } from '#application/projection/case-table.ts';
import { HeatField, latticeOf } from '#wire/heat-field.ts';
import { PlaceOrdinals, type ScopePlaces } from '#application/projection/place-scope.ts';
import { LogState } from '#adapters/memory/log-state.ts';
import { STAGES } from '#domain/case/stage.ts';
import { CASE_FLAG } from '#wire/columns.ts';
import { NO_ORDINAL } from '#wire/dictionary.ts';
import { liveCity, smallDictionary, subdistricts } from '../../../fixtures/live-city.ts';
import { calendar } from '../../../fixtures/small-platform.ts';

const keys = smallDictionary.categories.map(({ key }) => key);
const step = fc.record({
  pick: fc.nat(),
  phase: fc.constantFrom('new' as const, 'new' as const, ...STAGES, 'closed' as const),
  place: fc.option(fc.nat(2), { nil: null }),
  category: fc.nat(1),
  dueIn: fc.integer({ min: 1, max: 200 }),
  wait: fc.integer({ min: 0, max: 40 }),
});

function pictureOf(now: number): CityPicture {
  return new CityPicture({
    dictionary: smallDictionary,
    places: new PlaceOrdinals(smallDictionary),
    calendar,
    now,
    gridCentre: () => null,
    listener: { caseChanged: () => undefined, alertChanged: () => undefined, waitingChanged: () => undefined },
  });
}

describe('the city picture', () => {
  it('counts by place, category, stage and lamp what a walk over all cases counts, and the same after a restart', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
        const state = new LogState();
        const city = liveCity({}, state);
        const live = pictureOf(city.clock.now());
        for (const each of steps) {
          const where = {
            category: keys[each.category] as string,
            ...(each.place === null ? {} : { subdistrict: subdistricts[each.place] as string }),
          };
          const open = state.open();
          const known = open[each.pick % Math.max(1, open.length)];
          if (each.phase === 'new' || !known) await city.report(where, each.dueIn * 1_000);
          else await city.move(known.stored.id, each.phase, where);
          await city.clock.goTo(city.clock.now() + each.wait * 1_000);
          await city.raiseDue();
          for (const entry of state.entries.slice(live.position)) live.apply(entry, city.clock.now());
          live.pass(city.clock.now());
        }
        const now = city.clock.now();
        const again = pictureOf(now);
        again.load(await city.log.snapshot(), now);
        for (const picture of [live, again]) {
          const counted = new Map<string, number>();
          for (const { summary } of state.open()) {
            const due = Math.ceil((summary.stageClock?.dueAt ?? Infinity) / 1_000) * 1_000;
            const warn = Math.ceil((summary.stageClock?.warnAt ?? Infinity) / 1_000) * 1_000;
            const lamp = now > due ? LAMP.red : now >= warn ? LAMP.amber : LAMP.green;
            const place = picture.places.ordinalAt(summary.place);
            const category = keys.indexOf(summary.categoryKey ?? '');
            const cell = [
              place,
              category < 0 ? NO_ORDINAL : category,
              STAGES.indexOf(summary.phase as 'accept'),
              lamp,
            ].join();
            counted.set(cell, (counted.get(cell) ?? 0) + 1);
          }
          for (const place of [...smallDictionary.places.keys(), NO_ORDINAL])
            for (const category of [0, 1, NO_ORDINAL])
              for (const stage of STAGES.keys())
                for (const lamp of Object.values(LAMP)) {
                  const cell = [place, category, stage, lamp].join();
                  expect([cell, picture.counts.at(place, category, stage, lamp)]).toEqual([
                    cell,
                    counted.get(cell) ?? 0,
                  ]);
                }
          expect(picture.alerts.size).toBe(state.unresolved().length);
          const taken = picture.table.columns.flags
            .subarray(0, picture.table.length)
            .filter((flags) => flags & CASE_FLAG.taken);
          expect(taken.length).toBe(0);
          const grids = picture.grids.of(picture.places.scopeOf('120000') as ScopePlaces);
          expect(grids.open.reduce((sum, count) => sum + count, 0)).toBe(state.open().length);
        }
        expect([...live.byStage]).toEqual([...again.byStage]);
      }),
      { numRuns: 25, seed: 3 },
    );
  });

  it('tallies the day: what passed, what ended, and disposals in time', async () => {
    const state = new LogState();
    const city = liveCity({}, state);
    const picture = pictureOf(city.clock.now());
    const catchUp = () => {
      for (const entry of state.entries.slice(picture.position)) picture.apply(entry, city.clock.now());
    };
    const ids = [await city.report({}, 60_000), await city.report({}, 60_000), await city.report({}, 60_000)];
    for (const id of ids) await city.move(id, 'dispose');
    catchUp();
    await city.move(ids[0] as number, 'check');
    await city.clock.goTo(city.clock.now() + 2 * 3_600_000);
    await city.move(ids[1] as number, 'check');
    catchUp();
    picture.pass(city.clock.now());
    const scope = picture.places.scopeOf('120000') as ScopePlaces;
    const today = picture.days.today.of(scope);
    expect(today).toMatchObject({ due: 2, onTime: 1, ended: 0 });
    expect(today.passed[0]).toBe(3);
    expect(today.reportedByHour[9]).toBe(3);
    expect(picture.due.ofScope(scope).overdueToday).toBe(1);
    await city.clock.goTo(city.clock.now() + 24 * 3_600_000);
    picture.pass(city.clock.now());
    expect(picture.days.today.of(scope)).toMatchObject({ due: 0, onTime: 0 });
    expect(picture.days.before(1)).toBeNull();
  });
});

describe('the heat field', () => {
  const bounds = [117, 39, 117.4, 39.3] as const;
  const spot = fc.record({
    lon: fc.integer({ min: 116_990_000, max: 117_410_000 }),
    lat: fc.integer({ min: 38_990_000, max: 39_310_000 }),
  });

  it('is exactly empty again when all cases have left, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 80 }), fc.infiniteStream(fc.nat()), (spots, order) => {
        const field = new HeatField(latticeOf(bounds));
        for (const each of spots) field.add(each, 1);
        const left = [...spots];
        while (left.length > 0) field.add(left.splice((order.next().value as number) % left.length, 1)[0] as never, -1);
        expect(field.take().values.every((value) => value === 0)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('says cases per km²: an even spread shows its own density', () => {
    const field = new HeatField(latticeOf(bounds));
    const { columns, rows, cellLon, cellLat, west, south } = field.take();
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const spotHere = {
          lon: Math.round((west + (column + 0.5) * cellLon) * 1e6),
          lat: Math.round((south + (row + 0.5) * cellLat) * 1e6),
        };
        for (let count = 0; count < 2; count++) field.add(spotHere, 1);
      }
    const raster = field.take();
    const middle = raster.values[Math.floor(rows / 2) * columns + Math.floor(columns / 2)] as number;
    expect(middle / raster.scale).toBeCloseTo(2 / 0.16, 0);
  });
});
