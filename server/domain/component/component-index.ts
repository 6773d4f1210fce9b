import Flatbush from 'flatbush';
import { distanceMetres } from '../place/distance.ts';
import type { Position } from '../place/position.ts';
import type { Component, ComponentState } from './component.ts';

/** What a map needs of a component. */
export type PlacedComponent = Pick<Component, 'code' | 'categoryKey' | 'position' | 'state' | 'simulated'>;

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

const METRES_PER_DEGREE = 111_195;

/** Components by place, packed: about 40 bytes each beside their codes. */
export class ComponentIndex {
  readonly size: number;
  private readonly codes: string[] = [];
  private readonly categories: string[] = [];
  private readonly category: Uint16Array;
  private readonly lonLat: Float64Array;
  private readonly flags: Uint8Array;
  private readonly tree: Flatbush | null;
  private readonly states: ComponentState[] = ['intact', 'damaged', 'missing', 'abandoned'];

  constructor(components: readonly PlacedComponent[]) {
    this.size = components.length;
    this.category = new Uint16Array(this.size);
    this.lonLat = new Float64Array(2 * this.size);
    this.flags = new Uint8Array(this.size);
    this.tree = this.size === 0 ? null : new Flatbush(this.size);
    const ordinals = new Map<string, number>();
    components.forEach(({ code, categoryKey, position, state, simulated }, at) => {
      let ordinal = ordinals.get(categoryKey);
      if (ordinal === undefined) {
        ordinal = this.categories.push(categoryKey) - 1;
        ordinals.set(categoryKey, ordinal);
      }
      this.codes.push(code);
      this.category[at] = ordinal;
      this.lonLat[2 * at] = position.lon;
      this.lonLat[2 * at + 1] = position.lat;
      this.flags[at] = this.states.indexOf(state) + (simulated ? 8 : 0);
      this.tree?.add(position.lon, position.lat, position.lon, position.lat);
    });
    this.tree?.finish();
  }

  /** Those in a box, at most `most`, by code; `total` counts all. `district`: of that one alone, null of all. */
  within(bounds: Bounds, district: string | null, most: number): { total: number; components: PlacedComponent[] } {
    const found = this.tree?.search(...bounds, (item) => this.isOf(item, district)) ?? [];
    const components = found.slice(0, most).map((at) => this.at(at));
    components.sort((a, b) => (a.code < b.code ? -1 : 1));
    return { total: found.length, components };
  }

  /** Those of a category and district within some metres of a point, nearest first. Null: of any. */
  near(
    at: Position,
    { category, district }: { category: string | null; district: string | null },
    metres: number,
    most: number,
  ): (PlacedComponent & { metres: number })[] {
    if (this.tree === null) return [];
    const ordinal = category === null ? -1 : this.categories.indexOf(category);
    if (category !== null && ordinal === -1) return [];
    const lat = metres / METRES_PER_DEGREE;
    const lon = lat / Math.cos((at.lat * Math.PI) / 180);
    const wanted = (item: number): boolean =>
      (ordinal === -1 || this.category[item] === ordinal) && this.isOf(item, district);
    return this.tree
      .search(at.lon - lon, at.lat - lat, at.lon + lon, at.lat + lat, wanted)
      .map((item) => {
        const one = this.at(item);
        return { ...one, metres: distanceMetres(one.position, at) };
      })
      .filter((one) => one.metres <= metres)
      .sort((a, b) => a.metres - b.metres || (a.code < b.code ? -1 : 1))
      .slice(0, most);
  }

  /** A code begins with its district's, whatever the scheme. */
  private isOf(item: number, district: string | null): boolean {
    return district === null || (this.codes[item] as string).startsWith(district);
  }

  private at(item: number): PlacedComponent {
    const flags = this.flags[item] as number;
    return {
      code: this.codes[item] as string,
      categoryKey: this.categories[this.category[item] as number] as string,
      position: { lon: this.lonLat[2 * item] as number, lat: this.lonLat[2 * item + 1] as number },
      state: this.states[flags & 7] as ComponentState,
      simulated: flags >= 8,
    };
  }
}
