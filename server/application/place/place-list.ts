import type { Zone } from '#domain/calendar/zone.ts';
import { DATUMS, isDatum } from '#domain/place/datum.ts';
import { checkPlaces, type CheckOptions, type PlacesCheck } from '#domain/place/incoming/check-places.ts';
import { INCOMING_LEVELS, type IncomingFeature, type IncomingLevel } from '#domain/place/incoming/feature.ts';
import type { KnownOutline } from '#domain/place/incoming/check-together.ts';
import { outlineOf } from '#domain/place/outline.ts';
import { shapeOfRow } from '#domain/place/place-row.ts';
import { createEntryList, type EntryStore, type ReadList } from '../lists/entry-list.ts';
import { inForceFrom } from '../lists/in-force-from.ts';
import { refusal, type ListFile, type ListKind, type ListProblem } from '../lists/list-kind.ts';
import { listProblems } from './list-problems.ts';
import { thinned } from './problem-shapes.ts';
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
    read: (file, current) =>
      Promise.resolve(readPlaceFile(file, current, readMap(file), inForceFrom(file, zone, now()))),
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
  if (!isDatum(datum)) {
    const hint = { zh: `填写 ${DATUMS.join('、')} 之一`, en: `write one of ${DATUMS.join(', ')}` };
    throw refusal({ zh: `“${datum}”不是坐标系`, en: `“${datum}” is no datum` }, hint, { field: 'datum' });
  }
  if (features.length === 0) {
    const hint = { zh: '重新导出图层', en: 'export the layer again' };
    throw refusal({ zh: '文件中没有要素', en: 'the file holds no features' }, hint);
  }
  const inUse = current.filter(({ validTo }) => validTo === null);
  const check = checkIncoming(features, inUse, { level, datum, codeField: options['codeField'] || null, nameField: options['nameField'] || null }); // prettier-ignore
  const endAbsent = options['absent'] !== 'keep';
  const entries = replacePlaces(current, check.accepted, { level, from, endAbsent });
  return {
    rows: features.length,
    entries,
    problems: [
      ...listProblems(check),
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

function unknownParents({ accepted }: PlacesCheck, inUse: readonly PlaceEntry[]): ListProblem[] {
  const codes = new Set(inUse.map(({ code }) => code));
  return accepted.flatMap(({ line, code, parent, parts }): ListProblem[] =>
    parent !== null && codes.has(parent)
      ? []
      : [
          {
            line,
            field: 'unknown-parent',
            reason: {
              zh: `${code} 的上级 ${parent ?? '—'} 不存在`,
              en: `${code} belongs to ${parent ?? '—'}, which is not known`,
            },
            hint: { zh: '先导入上一级，或改正代码', en: 'import the level above first, or mend the code' },
            refuses: true,
            shape: parts === null ? null : thinned(outlineOf(parts)),
          },
        ],
  );
}

/** Computed outlines below the imported ones stay until their own come: said, so that nobody takes them for true. */
function left({ accepted }: PlacesCheck, inUse: readonly PlaceEntry[], level: IncomingLevel): ListProblem[] {
  const below = new Set(accepted.map(({ code }) => code));
  const count = inUse.filter(({ level: own, approximate, code }) => approximate && own !== level && below.has(code.slice(0, accepted[0]?.code.length ?? 0))).length; // prettier-ignore
  if (count === 0) return [];
  const reason = { zh: `下级有 ${count} 个区域仍用推算的边界`, en: `${count} places below keep computed outlines` };
  const hint = { zh: '把下级也导入', en: 'import the levels below as well' };
  return [{ line: null, field: null, reason, hint, refuses: false }];
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
  const reason = { zh: '区或街道有增减', en: 'districts or subdistricts come or go' };
  const hint = { zh: '导入后重新启动服务', en: 'start the servers again after the import' };
  return [{ line: null, field: null, reason, hint, refuses: false }];
}
