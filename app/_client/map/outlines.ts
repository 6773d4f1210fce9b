import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { Signal } from '../stores/signal.ts';
import type { BaseMap } from './base.ts';
import type { Bounds } from './bounds.ts';

/** Levels whose outlines are too many to be sent whole: they come by subdistrict, when a map is near. */
export type SmallLevel = 'community' | 'grid';
export type SmallOutlines = FeatureCollection<Polygon | MultiPolygon, { code: string }>;

/** Asks for the outlines of a level within one subdistrict; rejects when they cannot be had. */
export type AskOutlines = (level: SmallLevel, subdistrict: string) => Promise<SmallOutlines>;

/** A map that shows more subdistricts than this is not near enough. */
const MOST_SUBDISTRICTS = 40;
/** Subdistricts kept of a level; the ones looked at longest ago go first. */
const MOST_KEPT = 80;
/** One that could not be had is asked for again after this time. */
const AGAIN_MS = 30_000;

type Entry = { features: SmallOutlines['features']; failedAt: number | null };

/** Outlines of communities and unit grids of what a map shows, fetched subdistrict by subdistrict. */
export class Outlines extends Signal {
  readonly #boxes: readonly { code: string; box: Bounds }[];
  readonly #ask: AskOutlines;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();

  constructor(subdistricts: BaseMap['subdistricts'], ask: AskOutlines = askServer, now: () => number = Date.now) {
    super();
    this.#boxes = subdistricts.features.map(({ properties, geometry }) => ({
      code: properties.code,
      box: boxOf(geometry),
    }));
    this.#ask = ask;
    this.#now = now;
  }

  /** What is known within some bounds; what is not is asked for, and the signal tells when it is there. */
  within(level: SmallLevel, [west, south, east, north]: Bounds): SmallOutlines {
    const codes = this.#boxes
      .filter(({ box }) => box[0] < east && box[2] > west && box[1] < north && box[3] > south)
      .map(({ code }) => code);
    const features = codes.length > MOST_SUBDISTRICTS ? [] : codes.flatMap((code) => this.#entry(level, code).features);
    return { type: 'FeatureCollection', features };
  }

  #entry(level: SmallLevel, code: string): Entry {
    const key = `${level}/${code}`;
    const known = this.#entries.get(key);
    const again = known?.failedAt != null && this.#now() - known.failedAt > AGAIN_MS;
    if (known !== undefined && !again) {
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return known;
    }
    const entry: Entry = { features: [], failedAt: null };
    this.#entries.set(key, entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= MOST_KEPT) break;
      this.#entries.delete(oldest);
    }
    void this.#load(level, code, entry);
    return entry;
  }

  async #load(level: SmallLevel, code: string, entry: Entry): Promise<void> {
    try {
      entry.features = (await this.#ask(level, code)).features;
      this.changed();
    } catch (error) {
      // The map is drawn without them; they are asked for again in their time.
      entry.failedAt = this.#now();
      console.info(`the ${level} outlines of ${code} could not be read`, error);
    }
  }
}

/** [west, south, east, north] of an area. */
export function boxOf(geometry: Polygon | MultiPolygon): Bounds {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  for (const [outer] of polygons) {
    for (const [lon, lat] of (outer ?? []) as [number, number][]) {
      box[0] = Math.min(box[0], lon);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lon);
      box[3] = Math.max(box[3], lat);
    }
  }
  return box;
}

async function askServer(level: SmallLevel, subdistrict: string): Promise<SmallOutlines> {
  const answer = await fetch(`/map/${level}/${subdistrict}.json`);
  if (!answer.ok) throw new Error(`outlines: ${answer.status}`);
  return (await answer.json()) as SmallOutlines;
}
