import type { PlaceIndex } from '../place/place-index.ts';
import type { Position } from '../place/position.ts';
import { divisionEn, divisionReader, isWithinCode } from './division-names.ts';
import type { EntryType, GazetteerEntry } from './entry.ts';
import { NameIndex, type NameHit } from './name-index.ts';
import { NearIndex } from './near-index.ts';
import { initialsOf, nameKey } from './normalise.ts';
import { PlateIndex } from './plates.ts';
import type { DivisionReader } from './read-address.ts';

const RANKS: Record<EntryType, 0 | 1 | 2> = {
  division: 0,
  road: 0,
  landmark: 1,
  zone: 1,
  estate: 1,
  building: 1,
  poi: 1,
  plate: 2,
};

/** Names less alike than this are no candidates. */
export const LEAST_ALIKE = 0.45;
/** From here on a name that begins as typed needs no looking for misspelled ones. */
const SURE = 0.97;
/** Entries between two pauses while the index is built. */
const STEP = 4_000;

/**
 * All named places of a city in memory: its divisions, and the entries of its gazetteer. Documents number them: the
 * entries first, as given, then roads known from plates alone, then divisions.
 */
export class Gazetteer {
  readonly entries: readonly GazetteerEntry[];
  readonly places: PlaceIndex;
  readonly names: NameIndex;
  readonly plates: PlateIndex;
  /** By where they lie: of points buildings, estates, points of interest and landmarks; of areas zones and waters. */
  readonly near: { roads: NearIndex; plates: NearIndex; points: NearIndex; areas: NearIndex };
  readonly readDivisions: DivisionReader;
  /** Entries that were brought, without divisions. */
  readonly brought: number;
  private readonly keys: (readonly string[])[];
  /** Ordinal of the smallest place that a document lies in, -1 outside the city. */
  private readonly ordinals: Int32Array;
  /** Places are numbered level by level, and grids, the last level, are no entries. */
  private readonly divisionCount: number;
  private readonly roads = new Map<string, number[]>();

  private constructor(
    brought: readonly GazetteerEntry[],
    places: PlaceIndex,
    parts: Pick<Gazetteer, 'entries' | 'plates' | 'near'> & { keys: (readonly string[])[]; ordinals: Int32Array },
  ) {
    this.places = places;
    this.brought = brought.length;
    this.entries = parts.entries;
    this.plates = parts.plates;
    this.near = parts.near;
    this.keys = parts.keys;
    this.ordinals = parts.ordinals;
    this.divisionCount = places.places.filter(({ level }) => level !== 'grid').length;
    this.readDivisions = divisionReader(places);
    this.names = new NameIndex(this.entries.length, (document) => this.keys[document] as readonly string[]);
  }

  /** Builds in steps of some milliseconds: half a million entries take seconds, and a server lives on meanwhile. */
  static *build(brought: readonly GazetteerEntry[], places: PlaceIndex): Generator<void, Gazetteer> {
    const ordinals: number[] = [];
    for (const { position } of brought) {
      ordinals.push(places.locateOrdinal(position.lon, position.lat));
      if (ordinals.length % STEP === 0) yield;
    }
    const plates = new PlateIndex(brought);
    yield* plates.build((document) => {
      const ordinal = ordinals[document] as number;
      return ordinal === -1 ? -1 : places.ancestorAt(ordinal, 'district');
    });
    const entries = [...brought, ...roadsOfPlates(brought, plates), ...divisions(places)];
    yield;
    const keys: (readonly string[])[] = [];
    for (const entry of entries) {
      keys.push(keysOf(entry));
      const { lon, lat } = entry.position;
      if (keys.length > ordinals.length)
        ordinals.push(entry.type === 'division' ? places.ordinalOf(entry.key) : places.locateOrdinal(lon, lat));
      if (keys.length % STEP === 0) yield;
    }
    const near = (...types: EntryType[]): NearIndex => new NearIndex(entries, ({ type }) => types.includes(type));
    const roads = near('road');
    yield;
    const numbered = near('plate');
    yield;
    const points = near('building', 'estate', 'poi', 'landmark');
    yield;
    const made = new Gazetteer(brought, places, {
      entries,
      plates,
      keys,
      ordinals: Int32Array.from(ordinals),
      near: { roads, plates: numbered, points, areas: near('zone', 'landmark') },
    });
    entries.forEach(({ type }, document) => type === 'road' && made.enterRoad(document));
    yield* made.names.build((document) => RANKS[made.entries[document]?.type ?? 'poi']);
    return made;
  }

  /** The same at once. */
  static of(brought: readonly GazetteerEntry[], places: PlaceIndex): Gazetteer {
    const steps = Gazetteer.build(brought, places);
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return value;
    }
  }

  /** Code of the smallest place that a document lies in, null outside the city. */
  codeOf(document: number): string | null {
    return this.places.places[this.ordinals[document] ?? -1]?.code ?? null;
  }

  isWithin(document: number, codes: readonly string[]): boolean {
    const code = this.codeOf(document);
    return code !== null && codes.some((one) => isWithinCode(code, one));
  }

  /** Roads of exactly this name. */
  roadsNamed(key: string): readonly number[] {
    return this.roads.get(key) ?? [];
  }

  /** Document of a division by its code, -1 when unknown. */
  divisionOf(code: string): number {
    const ordinal = this.places.ordinalOf(code);
    return ordinal === -1 || ordinal >= this.divisionCount ? -1 : this.entries.length - this.divisionCount + ordinal;
  }

  /**
   * Documents whose names begin with or are like a key, best first, at most `most`.
   * @param worth what a hit counts: likeness with what else speaks for it.
   */
  find(
    key: string,
    most: number,
    worth: (document: number, alike: number) => number,
    accepts: (document: number) => boolean = () => true,
  ): NameHit[] {
    const best = new Map<number, number>();
    let surest = 0;
    const take = (document: number, alike: number): void => {
      if (alike <= (best.get(document) ?? 0) || !accepts(document)) return;
      best.set(document, alike);
      surest = Math.max(surest, alike);
    };
    this.names.beginningWith(key, take);
    if (surest < SURE && best.size < most)
      for (const { document, alike } of this.names.alike(key, LEAST_ALIKE, accepts)) take(document, alike);
    return [...best]
      .map(([document, alike]) => ({ document, alike, worth: worth(document, alike) }))
      .sort((a, b) => b.worth - a.worth || a.document - b.document)
      .slice(0, most);
  }

  entry(document: number): GazetteerEntry {
    return this.entries[document] as GazetteerEntry;
  }

  private enterRoad(document: number): void {
    for (const key of this.keys[document] as readonly string[]) {
      const list = this.roads.get(key);
      if (list === undefined) this.roads.set(key, [document]);
      else list.push(document);
    }
  }
}

/** What speaks for a hit beside its name, as a factor: 1 at the point of view, 0.88 far from it. */
export function nearness(at: Position, view: Position | null): number {
  if (view === null) return 1;
  const east = (at.lon - view.lon) * 111_195 * Math.cos((view.lat * Math.PI) / 180);
  const metres = Math.hypot(east, (at.lat - view.lat) * 111_195);
  return 0.88 + 0.12 * Math.exp(-metres / 6_000);
}

function keysOf({ nameZh, nameEn, aliases, spelled }: GazetteerEntry): readonly string[] {
  const keys = [nameKey(nameZh), nameKey(nameEn), ...aliases.map(nameKey)];
  if (spelled !== '') keys.push(spelled.replaceAll(' ', ''), initialsOf(spelled));
  return [...new Set(keys.filter((key) => key !== ''))];
}

function roadsOfPlates(brought: readonly GazetteerEntry[], plates: PlateIndex): GazetteerEntry[] {
  const named = new Set(brought.filter(({ type }) => type === 'road').map(({ nameZh }) => nameKey(nameZh)));
  const made: GazetteerEntry[] = [];
  for (const road of plates.roads()) {
    if (named.has(road)) continue;
    plates.oneOfEach(road).forEach((document, number) => {
      const { road: name, position, source } = brought[document] as GazetteerEntry;
      made.push({
        key: `road-of-plates:${road}:${number}`,
        type: 'road',
        nameZh: name ?? road,
        nameEn: '',
        aliases: [],
        spelled: '',
        position,
        lines: null,
        road: null,
        plate: null,
        source,
        approximate: true,
      });
    });
  }
  return made;
}

function divisions(places: PlaceIndex): GazetteerEntry[] {
  return places.places
    .filter(({ level }) => level !== 'grid')
    .map((place) => ({
      key: place.code,
      type: 'division',
      nameZh: place.nameZh,
      nameEn: divisionEn(place),
      aliases: [],
      spelled: '',
      position: place.centroid,
      lines: null,
      road: null,
      plate: null,
      source: 'places',
      approximate: place.approximate,
    }));
}
