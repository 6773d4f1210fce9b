import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReplayFilm } from '#client/replay/replay-film.ts';
import { ReplayFold } from '#client/replay/replay-fold.ts';
import { HeatField, latticeOf } from '#wire/heat-field.ts';
import { replayColumns } from '../../wire/replay-columns.ts';

const FROM = 1_795_000_000;
const DAY = 86_400;

const anyCase = fc.record({
  reportedAt: fc.integer({ min: FROM - DAY, max: FROM + DAY }),
  openFor: fc.option(fc.integer({ min: -5, max: DAY }), { nil: null }),
  outs: fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.option(fc.integer({ min: 1, max: 20_000 }))), {
    maxLength: 3,
  }),
});

/** Times out of one case one after the other, as the server sends them. */
const madeOf = (cases: { reportedAt: number; openFor: number | null; outs: [number, number | null][] }[]) =>
  cases.map(({ reportedAt, openFor, outs }) => {
    let at = reportedAt - 100;
    const times: [number, number][] = [];
    for (const [gap, length] of outs) {
      if (times.at(-1)?.[1] === 0) break;
      const from = at + gap + 1;
      at = length === null ? from : from + length;
      times.push([from, length === null ? 0 : at]);
    }
    return { reportedAt, endedAt: openFor === null ? 0 : reportedAt + openFor, outs: times };
  });

describe('a replay at an instant', () => {
  it('counts what a look at every case counts, in whatever order instants are asked for', () => {
    fc.assert(
      fc.property(
        fc.array(anyCase, { maxLength: 40 }),
        fc.array(fc.integer({ min: FROM, max: FROM + DAY }), { minLength: 1, maxLength: 12 }),
        (made, instants) => {
          const cases = madeOf(made);
          const columns = replayColumns({ from: FROM * 1_000, to: (FROM + DAY) * 1_000, cases });
          const open = new Set<number>();
          const fold = new ReplayFold(columns, {
            opened: (row) => open.add(row),
            ended: (row) => open.delete(row),
          });
          for (const at of instants) {
            fold.moveTo(at);
            const isOpen = cases.map(
              ({ reportedAt, endedAt }) => reportedAt <= at && (endedAt === 0 || Math.max(endedAt, reportedAt) > at),
            );
            const isOut = cases.map(
              ({ outs }, row) =>
                isOpen[row] === true && outs.some(([from, until]) => from <= at && (until === 0 || until > at)),
            );
            const within = (instant: number): boolean => instant > FROM && instant <= at;
            expect(fold.counts).toEqual({
              open: isOpen.filter(Boolean).length,
              timedOut: isOut.filter(Boolean).length,
              reported: cases.filter(({ reportedAt }) => reportedAt >= FROM && reportedAt <= at).length,
              ended: cases.filter(({ reportedAt, endedAt }) => endedAt !== 0 && within(Math.max(endedAt, reportedAt)))
                .length,
            });
            expect([...open].sort()).toEqual(isOpen.flatMap((yes, row) => (yes ? [row] : [])).sort());
          }
        },
      ),
    );
  });
});

describe('a film', () => {
  it('has the density of the cases open at its step, also when it goes back', () => {
    const at = { lon: 117.2, lat: 39.1 };
    const film = new ReplayFilm(
      replayColumns({
        from: FROM * 1_000,
        to: (FROM + DAY) * 1_000,
        cases: [
          { reportedAt: FROM - 10, endedAt: FROM + 3_600, ...at },
          { reportedAt: FROM + 7_200, endedAt: 0, ...at, outs: [[FROM + 9_000, 0]] },
          { reportedAt: FROM - 10, endedAt: 0 },
        ],
      }),
    );
    const lattice = latticeOf([117, 39, 117.5, 39.5]);
    const one = new HeatField(lattice);
    one.add({ lon: 117_200_000, lat: 39_100_000 }, 1);
    const expected = one.take().values;
    const none = new Uint8Array(expected.length);
    film.moveTo(0);
    expect(film.heatOn(lattice).values).toEqual(expected);
    film.moveTo(18);
    expect(film.heatOn(lattice).values).toEqual(none);
    film.moveTo(288);
    expect(film.heatOn(lattice).values).toEqual(expected);
    expect(film.heatOn(lattice)).toBe(film.heatOn(lattice));
    expect([...film.outOfTime()]).toEqual([117.2, 39.1]);
    film.moveTo(1);
    expect(film.counts).toEqual({ open: 2, timedOut: 0, reported: 0, ended: 0 });
    expect(film.heatOn(lattice).values).toEqual(expected);
    expect([film.open[0], film.open[12], film.open[24], film.open[288]]).toEqual([2, 1, 2, 2]);
  });
});
