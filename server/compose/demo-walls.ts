import { busyDistricts } from '#domain/place/busy-districts.ts';
import { newProgram, type PlaylistEntry } from '#domain/wall/program.ts';
import type { StandingWall } from '#domain/wall/standing.ts';
import type { Screen } from '#domain/wall/wall.ts';
import type { City } from './city.ts';

/** A 55-inch panel as video walls are built of, and the joint between two of them; mm. */
const PANEL = { width: 1_209.6, height: 680.4, bezel: 3.5 };
const DAY = { from: 7 * 60, to: 19 * 60 };

/**
 * The walls of the demonstration: `main`, whose screens nobody has measured, so that it fits any window, and `hall`, six
 * panels that are one picture and go through the city's scenes.
 */
export function demoWalls(city: City, now: number): StandingWall[] {
  const { code } = city.dictionary.city;
  const busy = busyDistricts(city.places).slice(0, 2);
  const playlist: PlaylistEntry[] = [
    { scene: { kind: 'overview' }, seconds: 90 },
    ...busy.map((place): PlaylistEntry => ({ scene: { kind: 'district', target: place.code }, seconds: 30 })),
    { scene: { kind: 'teams' }, seconds: 30, hours: DAY },
    { scene: { kind: 'leagues' }, seconds: 30 },
  ];
  return [
    {
      version: 1,
      wall: {
        id: 'main',
        names: { zh: '指挥大屏', en: 'Command wall' },
        scope: code,
        viewingDistance: 3_000,
        screens: [],
      },
      layouts: {},
      program: newProgram(now),
    },
    {
      version: 1,
      wall: {
        id: 'hall',
        names: { zh: '指挥大厅', en: 'Command hall' },
        scope: code,
        viewingDistance: 5_000,
        screens: panels(3, 2),
      },
      layouts: {},
      program: { ...newProgram(now), playlist },
    },
  ];
}

function panels(columns: number, rows: number): Screen[] {
  const { width, height, bezel } = PANEL;
  return Array.from({ length: columns * rows }, (_, index) => ({
    id: String(index + 1),
    x: (index % columns) * (width + bezel),
    y: Math.floor(index / columns) * (height + bezel),
    width,
    height,
    pixels: { width: 1_920, height: 1_080 },
    rotation: 0 as const,
  }));
}
