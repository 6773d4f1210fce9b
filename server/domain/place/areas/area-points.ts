import type { Position } from '../position.ts';

/** What two spellings of one area's name have in common: width, spaces and case make no other area. */
export function areaKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** Cases by the name of the area that each is said to lie in, with their points where they have one. */
export class AreaPoints {
  /** Names as first written, and how many cases carry each, with or without a point. */
  readonly names: string[] = [];
  readonly cases: number[] = [];
  /** Points in degrees, each with the index of its name, -1 where its case names no area. */
  readonly lons: number[] = [];
  readonly lats: number[] = [];
  readonly areas: number[] = [];
  readonly #index = new Map<string, number>();

  add(name: string | null, point: Position | null): void {
    const area = name === null ? -1 : this.#indexOf(name);
    if (area !== -1) this.cases[area] = (this.cases[area] ?? 0) + 1;
    if (point === null) return;
    this.lons.push(point.lon);
    this.lats.push(point.lat);
    this.areas.push(area);
  }

  #indexOf(name: string): number {
    const key = areaKey(name);
    if (key === '') return -1;
    let index = this.#index.get(key);
    if (index === undefined) {
      this.#index.set(key, (index = this.names.length));
      this.names.push(name.trim());
    }
    return index;
  }
}
