import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Camera, followSteps, viewOf } from '#client/map/camera.ts';
import { FLIGHT_MS, flightAt } from '#client/map/flight.ts';
import { lookAt, lookOfPart, sameLook } from '#client/map/look.ts';

const none = { top: 0, right: 0, bottom: 0, left: 0 };
const look = fc.record({
  lon: fc.double({ min: 73, max: 135, noNaN: true }),
  lat: fc.double({ min: 18, max: 53, noNaN: true }),
  zoom: fc.double({ min: 6, max: 19, noNaN: true }),
});
const size = fc.record({ width: fc.integer({ min: 300, max: 12_000 }), height: fc.integer({ min: 200, max: 6_000 }) });
const shares = fc.tuple(
  fc.double({ min: 0, max: 0.8, noNaN: true }),
  fc.double({ min: 0, max: 0.8, noNaN: true }),
  fc.double({ min: 0.05, max: 0.2, noNaN: true }),
);
const wholeOf = ({ width, height }: { width: number; height: number }) => ({ x: 0, y: 0, width, height });

describe('a part of a map', () => {
  it('has a place where the whole has it, less its offset', () => {
    fc.assert(
      fc.property(look, size, shares, shares, (camera, box, [x, y, extent], [east, south]) => {
        const part = {
          x: x * box.width,
          y: y * box.height,
          width: extent * box.width,
          height: extent * box.height,
        };
        const whole = viewOf(camera, box, part);
        const own = viewOf(lookOfPart(camera, box, part), part, wholeOf(part));
        const [lon, lat] = whole.unproject(east * box.width, south * box.height);
        const [inWholeX, inWholeY] = whole.project(lon, lat);
        const [inPartX, inPartY] = own.project(lon, lat);
        expect(inPartX).toBeCloseTo(inWholeX - part.x, 3);
        expect(inPartY).toBeCloseTo(inWholeY - part.y, 3);
        own.bounds.forEach((edge, side) => expect(edge).toBeCloseTo(whole.partBounds[side] as number, 8));
      }),
    );
  });

  it('is the whole where the part is all of it', () => {
    fc.assert(
      fc.property(look, size, (camera, box) => {
        expect(sameLook(lookOfPart(camera, box, wholeOf(box)), camera)).toBe(true);
      }),
    );
  });
});

describe('lookAt', () => {
  it('shows bounds whole inside the padding and touches it on two sides', () => {
    fc.assert(
      fc.property(
        look,
        fc.double({ min: 0.01, max: 2, noNaN: true }),
        fc.double({ min: 0.01, max: 2, noNaN: true }),
        ({ lon, lat }, across, down) => {
          const bounds = [lon, lat, lon + across, lat + down] as const;
          const box = { width: 1_000, height: 800 };
          const padding = { top: 60, right: 10, bottom: 40, left: 30 };
          const view = viewOf(lookAt(bounds, box, padding), box, wholeOf(box));
          const [left, bottom] = view.project(bounds[0], bounds[1]);
          const [right, top] = view.project(bounds[2], bounds[3]);
          const spare = [left - 30, 990 - right, top - 60, 760 - bottom];
          for (const room of spare) expect(room).toBeGreaterThan(-1e-3);
          expect(Math.min(spare[0]! + spare[1]!, spare[2]! + spare[3]!)).toBeLessThan(1e-2);
          expect(spare[0]).toBeCloseTo(spare[1]!, 2);
          expect(spare[2]).toBeCloseTo(spare[3]!, 2);
        },
      ),
    );
  });

  it('looks at a point as near as a map goes, not nearer', () => {
    const near = lookAt([117, 39, 117, 39], { width: 800, height: 600 }, none);
    expect(sameLook(near, { lon: 117, lat: 39, zoom: 19 })).toBe(true);
  });
});

describe('a flight', () => {
  const from = { lon: 117, lat: 39, zoom: 10 };
  const to = { lon: 117.3, lat: 39.2, zoom: 14 };
  const flight = { from, to, startsAt: 5_000 };

  it('begins and ends where it should, and is over in time', () => {
    expect(flightAt(flight, 4_000)).toEqual(from);
    expect(flightAt(flight, 5_000)).toEqual(from);
    expect(flightAt(flight, 5_000 + FLIGHT_MS)).toEqual(to);
    expect(FLIGHT_MS).toBeLessThanOrEqual(1_200);
  });

  it('comes nearer all the time and slows down', () => {
    const zooms = [0, 0.25, 0.5, 0.75, 1].map((share) => flightAt(flight, 5_000 + share * FLIGHT_MS).zoom);
    const steps = zooms.slice(1).map((zoom, index) => zoom - (zooms[index] as number));
    expect(steps.every((step) => step > 0)).toBe(true);
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
  });

  it('keeps the spot that both looks have in the same pixel where it is', () => {
    const box = { width: 1_000, height: 800 };
    const at = (share: number) => viewOf(flightAt(flight, 5_000 + share * FLIGHT_MS), box, wholeOf(box));
    // The still spot s holds: s - from = (s - to) × 2^rise, in world units about the middle.
    const still = [0.1, 0.5, 0.9].map((share) => at(share));
    const zoomRatio = 2 ** (to.zoom - from.zoom);
    const [toX, toY] = at(0).project(to.lon, to.lat);
    const stillX = 500 + ((toX - 500) * zoomRatio) / (zoomRatio - 1);
    const stillY = 400 + ((toY - 400) * zoomRatio) / (zoomRatio - 1);
    const [lon, lat] = at(0).unproject(stillX, stillY);
    for (const view of still) {
      const [x, y] = view.project(lon, lat);
      expect(x).toBeCloseTo(stillX, 3);
      expect(y).toBeCloseTo(stillY, 3);
    }
  });
});

describe('Camera', () => {
  const box = { width: 1_000, height: 800 };
  const from = { lon: 117, lat: 39, zoom: 10 };
  const to = { lon: 117.3, lat: 39.2, zoom: 14 };
  const made = (part = wholeOf(box)) => {
    let now = 1_000;
    let frame: (() => void) | null = null;
    const steered: { lon: number; lat: number; zoom: number }[] = [];
    const camera = new Camera(
      { look: from, size: box, part },
      (look) => steered.push(look),
      () => now,
      (act) => {
        frame = act;
        return () => (frame = null);
      },
    );
    const run = (until: number): void => {
      for (; now < until; now += 16) {
        const act = frame;
        frame = null;
        act?.();
      }
    };
    return { camera, steered, run, waiting: () => frame !== null };
  };

  it('waits for the instant, flies on the clock, lands, and then rests', () => {
    const { camera, steered, run, waiting } = made();
    camera.fly(to, 2_000);
    run(2_000);
    expect(camera.look).toEqual(from);
    expect(steered).toHaveLength(1);
    run(2_600);
    expect(camera.view.flying).toBe(true);
    run(3_300);
    expect(camera.look).toEqual(to);
    expect(camera.view.flying).toBe(false);
    expect(waiting()).toBe(false);
  });

  it('stands at the same look at the same instant on two parts, whenever each was told', () => {
    const left = made({ x: 0, y: 0, width: 480, height: 800 });
    const right = made({ x: 520, y: 0, width: 480, height: 800 });
    left.camera.fly(to, 2_000);
    left.run(2_504);
    right.run(1_800);
    right.camera.fly(to, 2_000);
    right.run(2_504);
    expect(right.camera.look).toEqual(left.camera.look);
  });

  it('goes on from where the flight before will be when the next begins, whenever it was told', () => {
    const third = { lon: 116.8, lat: 38.9, zoom: 12 };
    const [early, late] = [made(), made()];
    for (const { camera } of [early, late]) camera.fly(to, 2_000);
    early.run(2_104);
    early.camera.fly(third, 2_600);
    late.run(2_504);
    late.camera.fly(third, 2_600);
    for (const { run } of [early, late]) run(2_904);
    expect(late.camera.look).toEqual(early.camera.look);
    for (const { run } of [early, late]) run(4_000);
    expect(late.camera.look).toEqual(third);
    expect(late.waiting()).toBe(false);
  });

  it('keeps flying when its box changes, and ends where it should in the new one', () => {
    const { camera, run } = made();
    const other = { ...to, zoom: 13.5 };
    camera.fly(to, 2_000);
    run(2_504);
    const wider = { width: 1_200, height: 800 };
    camera.resize(wider, wholeOf(wider), other);
    expect(camera.view.flying).toBe(true);
    expect(camera.view.width).toBe(1_200);
    run(3_400);
    expect(camera.look).toEqual(other);
    camera.resize(box, wholeOf(box), to);
    expect(camera.look).toEqual(to);
  });

  it('jumps to where a flight that is over would have ended', () => {
    const { camera, waiting } = made();
    camera.fly(to, -5_000);
    expect(camera.look).toEqual(to);
    expect(waiting()).toBe(false);
  });

  it('tells step followers of steps alone', () => {
    const { camera, run } = made();
    let told = 0;
    followSteps(
      camera,
      ({ metresPerPixel }) => metresPerPixel < 20,
      () => (told += 1),
    );
    camera.fly(to, 2_000);
    run(3_400);
    expect(told).toBe(1);
  });
});
