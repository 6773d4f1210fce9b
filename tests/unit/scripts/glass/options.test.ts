import { describe, expect, test } from 'vitest';
import { readOptions, STATES, UsageError } from '../../../../scripts/glass/options.ts';
import { hangingOf } from '../../../../scripts/glass/open-screen.ts';
import { wallsOf } from '../../../../scripts/glass/walls.ts';
import { screenBreaches } from '#domain/wall/breaches.ts';
import { arcMinutes, LEAST_ARC, SMALLEST_TEXT, unitOf } from '#domain/wall/unit.ts';

const known = {
  walls: ['1080p', '3x2', 'led'],
  usualWalls: ['1080p', '3x2'],
  scenes: ['overview', 'leagues'] as const,
};

describe('what pictures are asked for', () => {
  test('the usual walls in all that there is when nothing is said', () => {
    const options = readOptions([], known);
    expect(options).toMatchObject({
      walls: known.usualWalls,
      scenes: known.scenes,
      languages: ['zh', 'en'],
      states: STATES,
    });
  });

  test('some of them, in the order in which a city comes by them', () => {
    const options = readOptions(['--walls', '3x2', '--states', 'lost, busy', '--languages', 'en'], known);
    expect(options).toMatchObject({ walls: ['3x2'], states: ['busy', 'lost'], languages: ['en'] });
  });

  test('an unknown word is refused with those that are known; help is no fault', () => {
    expect(() => readOptions(['--walls', '5x5'], known)).toThrow(UsageError);
    expect(() => readOptions(['--walls', '5x5'], known)).toThrow('1080p, 3x2, led');
    expect(() => readOptions(['--wall', '3x2'], known)).toThrow(UsageError);
    expect(readOptions(['--help'], known)).toBeNull();
  });
});

describe('the walls', () => {
  const walls = wallsOf('120000');

  test('hang as walls can hang, and are looked at from where their smallest text can be read', () => {
    for (const wall of walls) {
      expect(screenBreaches(wall), wall.id).toEqual([]);
      const smallest = arcMinutes(SMALLEST_TEXT * unitOf(wall), wall.viewingDistance);
      expect(smallest, wall.id).toBeGreaterThanOrEqual(LEAST_ARC);
    }
  });

  test('a screen knows at which sides the wall goes on', () => {
    const wall = walls.find(({ id }) => id === '3x2');
    const sides = wall?.screens.map((screen) => hangingOf(wall, screen).neighbours);
    expect(sides?.[0]).toEqual({ left: false, right: true, top: false, bottom: true });
    expect(sides?.[4]).toEqual({ left: true, right: true, top: true, bottom: false });
  });
});
