import { dayMs, epochDayOf } from '#domain/calendar/dates.ts';
import type { Zone } from '#domain/calendar/zone.ts';
import { DATUMS, isDatum } from '#domain/place/datum.ts';
import { checkPlaces, type CheckOptions, type PlacesCheck } from '#domain/place/incoming/check-places.ts';
import {
  INCOMING_LEVELS,
  type IncomingFeature,
  type IncomingLevel,
  type PlaceProblem,
} from '#domain/place/incoming/feature.ts';
import type { KnownOutline } from '#domain/place/incoming/check-together.ts';
import { shapeOfRow } from '#domain/place/place-row.ts';
import { createEntryList, type EntryStore, type ReadList } from '../lists/entry-list.ts';
import { ListRefused, type ListFile, type ListKind, type ListProblem } from '../lists/list-kind.ts';
import { keyOfPlace, membersOfPlace, replacePlaces, type PlaceEntry } from './place-entries.ts';

export type PlaceListParts = {
  store: EntryStore<PlaceEntry>;
  /** Reads a map file, degrees in its own datum. Throws ListRefused where it cannot. */
  readMap: (file: ListFile) => readonly IncomingFeature[];
  /** The platform's own zone: an outline holds from midnight there. */
  zone: Zone;
  now: () => number;
};

/**
 * Outlines and names of places, a level a file. `from` is the day from which they hold; places of the same parents that the
 * file does not name end then, unless `absent` keeps them.
 */
export function placeList({ store, readMap, zone, now }: PlaceListParts): ListKind {
  return createEntryList<PlaceEntry>({
    id: 'places',
    options: [
      { name: 'level', choices: INCOMING_LEVELS, fallback: null },
      { name: 'datum', choices: DATUMS, fallback: null },
      { name: 'from', choices: null, fallback: '' },
      { name: 'absent', choices: ['end', 'keep'], fallback: 'end' },
      { name: 'codeField', choices: null, fallback: '' },
      { name: 'nameField', choices: null, fallback: '' },
    ],
    store,
    keyOf: keyOfPlace,
    membersOf: membersOfPlace,
    read: (file, current) => Promise.resolve(readPlaceFile(file, current, readMap(file), midnight(file, zone, now()))),
  });
}

function readPlaceFile(
  { options }: ListFile,
  current: readonly PlaceEntry[],
  features: readonly IncomingFeature[],
  from: number,
): ReadList<PlaceEntry> {
  const level = INCOMING_LEVELS.find((name) => name === options['level']) as IncomingLevel;
  const datum = options['datum'] ?? '';
  if (!isDatum(datum)) throw refused('datum', `“${datum}” is no datum`, `write one of ${DATUMS.join(', ')}`);
  if (features.length === 0) throw refused(null, 'the file holds no features', 'export the layer again');
  const inUse = current.filter(({ validTo }) => validTo === null);
  const check = checkIncoming(features, inUse, { level, datum, codeField: options['codeField'] || null, nameField: options['nameField'] || null }); // prettier-ignore
  const endAbsent = options['absent'] !== 'keep';
  const entries = replacePlaces(current, check.accepted, { level, from, endAbsent });
  return {
    rows: features.length,
    entries,
    problems: [
      ...check.problems.map(problemOf),
      ...unknownParents(check, inUse),
      ...left(check, inUse, level),
      ...restart(current, entries),
    ],
  };
}

/** Checks incoming places against those in use: the same ones as they were, and the level above. */
export function checkIncoming(
  features: readonly IncomingFeature[],
  inUse: readonly PlaceEntry[],
  options: Pick<CheckOptions, 'level' | 'datum' | 'codeField' | 'nameField'>,
): PlacesCheck {
  const city = inUse.find(({ level }) => level === 'city');
  const above = INCOMING_LEVELS[INCOMING_LEVELS.indexOf(options.level) - 1];
  const known = inUse.flatMap((entry): KnownOutline[] => {
    // A computed outline of the demonstration says nothing about where a true one must lie.
    if (entry.approximate || (entry.level !== above && entry.level !== options.level)) return [];
    return [{ code: entry.code, parts: shapeOfRow(entry) }];
  });
  return checkPlaces(features, { ...options, ancestor: city?.code ?? null, toleranceM2: null, known });
}

function problemOf({ kind, line, field, reason, hint, refuses }: PlaceProblem): ListProblem {
  return { line, field: field ?? kind, reason, hint, refuses };
}

function unknownParents({ accepted }: PlacesCheck, inUse: readonly PlaceEntry[]): ListProblem[] {
  const codes = new Set(inUse.map(({ code }) => code));
  return accepted.flatMap(({ line, code, parent }): ListProblem[] =>
    parent !== null && codes.has(parent)
      ? []
      : [
          {
            line,
            field: 'unknown-parent',
            reason: `${code} belongs to ${parent ?? '—'}, which is not known`,
            hint: 'import the level above first, or mend the code',
            refuses: true,
          },
        ],
  );
}

/** Computed outlines below the imported ones stay until their own come: said, so that nobody takes them for true. */
function left({ accepted }: PlacesCheck, inUse: readonly PlaceEntry[], level: IncomingLevel): ListProblem[] {
  const below = new Set(accepted.map(({ code }) => code));
  const count = inUse.filter(({ level: own, approximate, code }) => approximate && own !== level && below.has(code.slice(0, accepted[0]?.code.length ?? 0))).length; // prettier-ignore
  if (count === 0) return [];
  const reason = `${count} places below keep computed outlines`;
  return [{ line: null, field: null, reason, hint: 'import the levels below as well', refuses: false }];
}

function midnight({ options }: ListFile, zone: Zone, now: number): number {
  const text = (options['from'] ?? '').trim();
  const today = Math.floor((now + zone.offsetAt(now)) / dayMs);
  const from = zone.instantOf((text === '' ? today : dayOf(text)) * dayMs);
  if (from > now) throw refused('from', `${text} is still to come`, 'import the outlines on the day or after it');
  return from;
}

/** Districts and subdistricts are counted by their place in a list that a running server keeps. */
function restart(current: readonly PlaceEntry[], next: readonly PlaceEntry[]): ListProblem[] {
  const codes = (entries: readonly PlaceEntry[]): string =>
    entries
      .flatMap(({ level, code, validTo }) =>
        validTo === null && (level === 'district' || level === 'subdistrict') ? [code] : [],
      )
      .sort()
      .join();
  if (codes(current) === codes(next)) return [];
  const reason = 'districts or subdistricts come or go';
  return [{ line: null, field: null, reason, hint: 'start the servers again after the import', refuses: false }];
}

function dayOf(text: string): number {
  try {
    return epochDayOf(text);
  } catch (error) {
    if (error instanceof RangeError)
      throw refused('from', `“${text.slice(0, 40)}” is no day`, 'write it as 2026-11-22');
    throw error;
  }
}

function refused(field: string | null, reason: string, hint: string): ListRefused {
  return new ListRefused(`${reason}: ${hint}`, [{ line: null, field, reason, hint, refuses: true }]);
}
