import { createHash } from 'node:crypto';
import type { ReadPlace } from '#domain/place/incoming/read-places.ts';
import type { IncomingLevel } from '#domain/place/incoming/feature.ts';
import { outlineOf } from '#domain/place/outline.ts';
import type { PlaceRow } from '#domain/place/place-row.ts';

/** A place with one of its outlines: valid from an instant until before another (epoch ms); null: still. */
export type PlaceEntry = PlaceRow & { validFrom: number; validTo: number | null };

export type Replacement = {
  level: IncomingLevel;
  /** From when the new outlines hold, epoch ms. */
  from: number;
  /** Whether places of the same parents that the file does not name end. */
  endAbsent: boolean;
};

/** The outlines in use and, under their codes with the day they began, those that have ended. */
export function keyOfPlace({ code, validFrom, validTo }: PlaceEntry): string {
  return validTo === null ? code : `${code}@${new Date(validFrom).toISOString()}`;
}

export function membersOfPlace(place: PlaceEntry): Record<string, string> {
  const { nameZh, nameEn, level, parentCode, areaM2, approximate, validFrom, validTo } = place;
  return {
    name: nameZh,
    nameEn,
    level,
    parent: parentCode ?? '',
    areaM2: areaM2.toFixed(0),
    approximate: String(approximate),
    from: new Date(validFrom).toISOString(),
    to: validTo === null ? '' : new Date(validTo).toISOString(),
    outline: outlineDigest(place),
  };
}

function outlineDigest({ cell, geometry }: Pick<PlaceRow, 'cell' | 'geometry'>): string {
  const shape = cell !== null && cell.length > 0 ? cell : canonical(geometry);
  return shape === null ? '' : createHash('sha1').update(JSON.stringify(shape)).digest('hex').slice(0, 12);
}

/** A jsonb column gives members back in an order of its own. */
function canonical(geometry: unknown): unknown {
  if (typeof geometry !== 'object' || geometry === null) return null;
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
  return [type, coordinates];
}

/**
 * All entries as they are once a level's places have come in: an outline that is replaced ends when the new one begins, and
 * so do places that are no more, with all below them. What did not change stays as it is.
 */
export function replacePlaces(
  current: readonly PlaceEntry[],
  incoming: readonly ReadPlace[],
  { level, from, endAbsent }: Replacement,
): PlaceEntry[] {
  const inUse = new Map(current.filter(({ validTo }) => validTo === null).map((entry) => [entry.code, entry]));
  const ended = new Set<string>();
  const made: PlaceEntry[] = [];
  for (const place of incoming) {
    const before = inUse.get(place.code);
    const entry = entryOf(place, level, from, before);
    if (before !== undefined && isSame(before, entry)) continue;
    ended.add(place.code);
    made.push(entry);
  }
  if (endAbsent) for (const code of absentCodes(inUse, incoming, level)) ended.add(code);
  const kept = current.flatMap((entry): PlaceEntry[] => {
    if (entry.validTo !== null || !ended.has(entry.code)) return [entry];
    // An outline that would not have held for a moment is replaced as if it never had been.
    return entry.validFrom >= from ? [] : [{ ...entry, validTo: from }];
  });
  return [...kept, ...made];
}

function entryOf(place: ReadPlace, level: IncomingLevel, from: number, before: PlaceEntry | undefined): PlaceEntry {
  const name = place.name || before?.nameZh || place.code;
  return {
    code: place.code,
    level,
    parentCode: place.parent,
    nameZh: name,
    nameEn: place.nameEn || (before?.nameZh === name ? before.nameEn : name),
    approximate: false,
    hosting: before?.hosting ?? (level === 'district' ? 'central' : null),
    areaM2: Math.round(place.areaM2),
    lon: place.centroid?.[0] ?? 0,
    lat: place.centroid?.[1] ?? 0,
    population: before?.population ?? null,
    geometry: outlineOf(place.parts ?? []),
    cell: null,
    validFrom: from,
    validTo: null,
  };
}

function isSame(before: PlaceEntry, after: PlaceEntry): boolean {
  const [old, next] = [membersOfPlace(before), membersOfPlace(after)];
  return Object.keys(next).every((name) => name === 'from' || old[name] === next[name]);
}

/** Codes of the level under the same parents that the file does not name, and of everything below them. */
function absentCodes(
  inUse: ReadonlyMap<string, PlaceEntry>,
  incoming: readonly ReadPlace[],
  level: IncomingLevel,
): Set<string> {
  const named = new Set(incoming.map(({ code }) => code));
  const parents = new Set(incoming.map(({ parent }) => parent));
  const gone = new Set<string>();
  for (const entry of inUse.values())
    if (entry.level === level && parents.has(entry.parentCode) && !named.has(entry.code)) gone.add(entry.code);
  const below = ['subdistrict', 'community', 'grid'];
  for (const each of below)
    for (const entry of inUse.values())
      if (entry.level === each && gone.has(entry.parentCode ?? '')) gone.add(entry.code);
  return gone;
}
