import type { Located, Position } from '../place/position.ts';
import { crossingOf, footOn } from './course.ts';
import { moved } from './direction.ts';
import type { EntryType, GazetteerEntry } from './entry.ts';
import { nearness, type Gazetteer } from './gazetteer.ts';
import { nameKey } from './normalise.ts';
import { readAddress, type AddressParts } from './read-address.ts';

/**
 * How a candidate's position was found: the named place itself; its plate; between two known plates; beside the nearest
 * known one; on the road, its number unknown; where two roads cross; the division that the text names, nothing smaller.
 */
export const FOUND_BY = ['name', 'plate', 'between-plates', 'beside-plate', 'road', 'crossing', 'division'] as const;
export type FoundBy = (typeof FOUND_BY)[number];

/** One place that a text may mean. */
export type Candidate = {
  key: string;
  type: EntryType;
  nameZh: string;
  nameEn: string;
  position: Position;
  place: Located;
  /** 0 to 1; candidates of nearly one score are as likely. */
  score: number;
  foundBy: FoundBy;
  /** The position was moved by the direction and distance that the text gives. */
  moved: boolean;
  /** Not surveyed, interpolated, moved, or only the middle of an area. */
  approximate: boolean;
};

export type Reason = 'no-text' | 'nothing-alike';
/** `reason`: why there is no candidate; null where there are some. */
export type ForwardAnswer = { candidates: Candidate[]; reason: Reason | null };

type Draft = Pick<Candidate, 'score' | 'foundBy' | 'approximate' | 'position'> & {
  entry: Pick<GazetteerEntry, 'key' | 'type' | 'nameZh' | 'nameEn'>;
};

/** Two roads whose courses come this near are taken to meet, metres. */
const MEET_WITHIN = 60;
/** Where a text names a side and no distance (交口东北角). */
const SIDE_METRES = 20;
const OUTSIDE_NAMED_DIVISION = 0.55;
const ONLY_DIVISION = 0.35;
const TYPE_WORTH: Record<EntryType, number> = {
  division: 0.03,
  road: 0.025,
  landmark: 0.02,
  zone: 0.02,
  estate: 0.02,
  building: 0.015,
  poi: 0.01,
  plate: 0,
};

/**
 * What a text may mean, best first. Never guesses in silence: several places of one name are several candidates, and a
 * position that is not the named place's own is `approximate`.
 *
 * @param near the middle of the map or of the asker's district: of places equally alike the nearer one comes first.
 */
export function forward(
  gazetteer: Gazetteer,
  text: string,
  { near, limit }: { near: Position | null; limit: number },
): ForwardAnswer {
  const parts = readAddress(text, gazetteer.readDivisions);
  if (parts.text === '') return { candidates: [], reason: 'no-text' };
  const found = new Search(gazetteer, parts, near, limit).drafts();
  const candidates = ranked(found.map((draft) => finish(gazetteer, parts, near, draft))).slice(0, limit);
  return { candidates, reason: candidates.length === 0 ? 'nothing-alike' : null };
}

/** For typing ahead: names that begin so first, then whatever the text means as a whole. */
export function suggest(
  gazetteer: Gazetteer,
  text: string,
  { near, limit }: { near: Position | null; limit: number },
): ForwardAnswer {
  const key = nameKey(text);
  if (key === '') return { candidates: [], reason: 'no-text' };
  const blank = readAddress('', gazetteer.readDivisions);
  const parts: AddressParts = { ...blank, text: key, name: key };
  const drafts = new Search(gazetteer, parts, near, limit).named(key, 'name');
  const direct = drafts.map((draft) => finish(gazetteer, parts, near, draft));
  const whole =
    direct.filter(({ score }) => score > 0.7).length < limit ? forward(gazetteer, text, { near, limit }) : null;
  const candidates = ranked([...direct, ...(whole?.candidates ?? [])]).slice(0, limit);
  return { candidates, reason: candidates.length === 0 ? 'nothing-alike' : null };
}

class Search {
  readonly #gazetteer: Gazetteer;
  readonly #parts: AddressParts;
  readonly #near: Position | null;
  readonly #limit: number;

  constructor(gazetteer: Gazetteer, parts: AddressParts, near: Position | null, limit: number) {
    this.#gazetteer = gazetteer;
    this.#parts = parts;
    this.#near = near;
    this.#limit = limit;
  }

  drafts(): Draft[] {
    const { name, crossing, plate, within } = this.#parts;
    const drafts: Draft[] = [];
    if (crossing !== null) drafts.push(...this.#crossings(crossing));
    if (plate !== null) drafts.push(...this.#plates(plate));
    if (name !== '') drafts.push(...this.named(nameKey(name), 'name'));
    for (const code of within) {
      const document = this.#gazetteer.divisionOf(code);
      if (document === -1) continue;
      const entry = this.#gazetteer.entry(document);
      const score = name === '' ? 1 : ONLY_DIVISION;
      drafts.push({ entry, position: entry.position, score, foundBy: 'division', approximate: true });
    }
    return drafts;
  }

  /** Entries of a name, with the factor `share` for a name that is part of what was asked. */
  named(key: string, foundBy: FoundBy, share = 1, accepts?: (document: number) => boolean): Draft[] {
    if (key === '') return [];
    const hits = this.#gazetteer.find(key, this.#limit, (document, alike) => this.#worth(document, alike), accepts);
    return hits.map(({ document, alike }) => {
      const entry = this.#gazetteer.entry(document);
      const isArea = entry.type === 'division' || entry.type === 'road';
      return {
        entry,
        position: this.#positionOf(entry),
        score: share * this.#worth(document, alike),
        foundBy,
        approximate: entry.approximate || isArea || foundBy === 'road',
      };
    });
  }

  #crossings([first, second]: readonly [string, string]): Draft[] {
    const drafts: Draft[] = [];
    for (const [a, alikeA] of this.#roads(nameKey(first)))
      for (const [b, alikeB] of this.#roads(nameKey(second))) {
        if (a === b) continue;
        const [left, right] = [this.#gazetteer.entry(a), this.#gazetteer.entry(b)];
        const met = crossingOf(left.lines ?? [], right.lines ?? []);
        if (met === null || met.gap > MEET_WITHIN) continue;
        drafts.push({
          entry: {
            key: `${left.key}&${right.key}`,
            type: 'road',
            nameZh: `${left.nameZh}与${right.nameZh}交口`,
            nameEn: `${left.nameEn || left.nameZh} & ${right.nameEn || right.nameZh}`,
          },
          position: met.position,
          score: Math.min(alikeA, alikeB) * this.#inside(a),
          foundBy: 'crossing',
          approximate: met.gap > 0 || left.approximate || right.approximate,
        });
      }
    // Where they are not known to cross, either road may still help whoever looks.
    if (drafts.length === 0)
      for (const key of [nameKey(first), nameKey(second)])
        drafts.push(...this.named(key, 'road', 0.5, (document) => this.#isRoad(document)));
    return drafts;
  }

  #plates({ road, number }: { road: string; number: number }): Draft[] {
    const drafts: Draft[] = [];
    const seen = new Set<string>();
    for (const [document, alike] of this.#roads(nameKey(road))) {
      const named = nameKey(this.#gazetteer.entry(document).nameZh);
      if (seen.has(named)) continue;
      seen.add(named);
      const courses = this.#gazetteer.roadsNamed(named).flatMap((one) => this.#gazetteer.entry(one).lines ?? []);
      const spots = this.#gazetteer.plates.spots(named, number, courses.length === 0 ? null : courses);
      for (const spot of spots) drafts.push(this.#plateDraft(spot, number, alike));
      if (spots.length === 0) drafts.push(...this.named(named, 'road', 0.6 * alike, (one) => one === document));
    }
    return drafts;
  }

  #plateDraft(
    { document, position, how }: ReturnType<Gazetteer['plates']['spots']>[number],
    number: number,
    alike: number,
  ): Draft {
    const plate = this.#gazetteer.entry(document);
    const score = alike * this.#inside(document) * { exact: 1, between: 0.9, beside: 0.7 }[how];
    if (how === 'exact') return { entry: plate, position, score, foundBy: 'plate', approximate: plate.approximate };
    const entry = {
      key: `${plate.key}~${number}`,
      type: 'plate' as const,
      nameZh: `${plate.road ?? ''}${number}号`,
      nameEn: `${number} ${plate.road ?? ''}`,
    };
    return {
      entry,
      position,
      score,
      foundBy: how === 'between' ? 'between-plates' : 'beside-plate',
      approximate: true,
    };
  }

  /** Roads that a name may mean, with how alike; those of exactly that name where there are any. */
  #roads(key: string): [number, number][] {
    const exact = this.#gazetteer.roadsNamed(key);
    if (exact.length > 0) return exact.map((document): [number, number] => [document, 1]);
    return this.#gazetteer
      .find(
        key,
        6,
        (document, alike) => this.#worth(document, alike),
        (document) => this.#isRoad(document),
      )
      .filter(({ alike }) => alike >= 0.5)
      .map(({ document, alike }) => [document, alike]);
  }

  #isRoad(document: number): boolean {
    return this.#gazetteer.entry(document).type === 'road';
  }

  #worth(document: number, alike: number): number {
    const entry = this.#gazetteer.entry(document);
    return (0.97 * alike + TYPE_WORTH[entry.type]) * this.#inside(document) * nearness(entry.position, this.#near);
  }

  #inside(document: number): number {
    const { within } = this.#parts;
    return within.length === 0 || this.#gazetteer.isWithin(document, within) ? 1 : OUTSIDE_NAMED_DIVISION;
  }

  /** Of a road or river its stretch in the named division. */
  #positionOf({ lines, position }: GazetteerEntry): Position {
    const [code] = this.#parts.within;
    const division = code === undefined ? undefined : this.#gazetteer.places.get(code);
    if (lines === null || division === undefined) return position;
    return footOn(lines, division.centroid)?.position ?? position;
  }
}

function finish(gazetteer: Gazetteer, { offset }: AddressParts, near: Position | null, draft: Draft): Candidate {
  const isMoved = offset !== null && draft.foundBy !== 'division';
  const position = isMoved ? moved(draft.position, offset.direction, offset.metres ?? SIDE_METRES) : draft.position;
  const direct = draft.foundBy === 'name' || draft.foundBy === 'road';
  const { key, type, nameZh, nameEn } = draft.entry;
  return {
    key,
    type,
    nameZh,
    nameEn,
    position,
    place: gazetteer.places.locate(position.lon, position.lat),
    // `named` has counted the point of view already.
    score: Number(Math.min(1, draft.score * (direct ? 1 : nearness(position, near))).toFixed(3)),
    foundBy: draft.foundBy,
    moved: isMoved,
    approximate: draft.approximate || isMoved,
  };
}

/** Best first; a place that was found twice keeps its better score. */
function ranked(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const one of candidates) {
    const id = `${one.key} ${one.foundBy === 'division' ? 'name' : one.foundBy}`;
    const known = best.get(one.key) ?? best.get(id);
    if (known === undefined || one.score > known.score) best.set(one.key, one);
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}
