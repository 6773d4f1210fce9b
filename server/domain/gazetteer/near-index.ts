import Flatbush from 'flatbush';
import type { Position } from '../place/position.ts';
import { footOn } from './course.ts';
import { distanceMetres } from '../place/distance.ts';
import type { GazetteerEntry } from './entry.ts';

const METRES_PER_DEGREE = 111_195;
const RADIANS = Math.PI / 180;

/** A document near a point: its own point that is nearest, and how far that is. */
export type Near = { document: number; position: Position; metres: number };

/** Entries of one kind by place: points, and the segments of roads. */
export class NearIndex {
  private readonly tree: Flatbush | null;
  private readonly documents: Int32Array;
  private readonly entries: readonly GazetteerEntry[];
  private readonly scale: number;

  /** `accepts` says which entries are found at all. */
  constructor(entries: readonly GazetteerEntry[], accepts: (entry: GazetteerEntry) => boolean) {
    this.entries = entries;
    let count = 0;
    let latitudes = 0;
    let points = 0;
    for (const entry of entries) {
      if (!accepts(entry)) continue;
      count += segmentsOf(entry);
      latitudes += entry.position.lat;
      points += 1;
    }
    this.scale = Math.cos((points === 0 ? 0 : latitudes / points) * RADIANS) * METRES_PER_DEGREE;
    this.documents = new Int32Array(count);
    this.tree = count === 0 ? null : new Flatbush(count, 16, Float64Array);
    let item = 0;
    entries.forEach((entry, document) => {
      if (!accepts(entry)) return;
      if (entry.lines === null) {
        const [x, y] = this.plane(entry.position.lon, entry.position.lat);
        this.tree?.add(x, y, x, y);
        this.documents[item++] = document;
        return;
      }
      for (const course of entry.lines)
        for (let i = 0; i + 3 < course.length; i += 2) {
          const [ax, ay] = this.plane((course[i] as number) / 1e6, (course[i + 1] as number) / 1e6);
          const [bx, by] = this.plane((course[i + 2] as number) / 1e6, (course[i + 3] as number) / 1e6);
          this.tree?.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
          this.documents[item++] = document;
        }
    });
    this.tree?.finish();
  }

  /** Up to `most` items near a point within `metres`, nearest first, each document once. */
  near(at: Position, most: number, metres: number): Near[] {
    if (this.tree === null) return [];
    const [x, y] = this.plane(at.lon, at.lat);
    const found = new Set<number>();
    for (const item of this.tree.neighbors(x, y, most, metres)) found.add(this.documents[item] as number);
    return [...found]
      .map((document) => this.nearOf(document, at))
      .filter((one) => one.metres <= metres)
      .sort((a, b) => a.metres - b.metres || a.document - b.document);
  }

  private nearOf(document: number, at: Position): Near {
    const { lines, position } = this.entries[document] as GazetteerEntry;
    const foot = lines === null ? null : footOn(lines, at);
    if (foot === null) return { document, position, metres: distanceMetres(position, at) };
    return { document, position: foot.position, metres: foot.metres };
  }

  private plane(lon: number, lat: number): [number, number] {
    return [lon * this.scale, lat * METRES_PER_DEGREE];
  }
}

function segmentsOf({ lines }: GazetteerEntry): number {
  if (lines === null) return 1;
  return lines.reduce((sum, course) => sum + Math.max(0, course.length / 2 - 1), 0);
}
