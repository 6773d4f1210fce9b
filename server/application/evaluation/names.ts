import { covers } from '#domain/account/scope.ts';
import { POSTS, type Post } from '#domain/indicator/fact.ts';
import type { ObjectKind } from '#domain/indicator/indicator.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import type { Dictionary } from '#wire/dictionary.ts';
import type { Level } from '#wire/level.ts';
import type { FactColumns } from './fact-columns.ts';

type Name = { zh: string; en: string };

/** What objects are called. */
export type NameBook = {
  place(code: string): Name | null;
  department(code: string): Name | null;
  /** The name of a source by its id: a feed that says what it does not charge to anybody by name. */
  source(id: string): Name | null;
  levelOf(code: string): Level | null;
  /** Codes of the places of a level inside both places, by code. */
  placesAt(level: Level, parent: string, scope: string): string[];
};

/** @param abolished what places were called that are no more. */
export function nameBookOf(
  places: PlaceIndex,
  dictionary: Dictionary,
  abolished: (code: string) => Name | null,
): NameBook {
  const departments = new Map(
    dictionary.departments.map(({ code, nameZh, nameEn }) => [code, { zh: nameZh, en: nameEn }]),
  );
  const sources = new Map(dictionary.sources.map(({ id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }]));
  return {
    place(code) {
      const place = places.get(code);
      return place === undefined ? abolished(code) : { zh: place.nameZh, en: place.nameEn };
    },
    department: (code) => departments.get(code) ?? null,
    source: (id) => sources.get(id) ?? null,
    levelOf: (code) => places.get(code)?.level ?? null,
    placesAt: (level, parent, scope) =>
      places.places
        .filter((place) => place.level === level && covers(parent, place.code) && covers(scope, place.code))
        .map(({ code }) => code),
  };
}

const POST_NAMES: Record<Post, Name> = {
  collector: { zh: '监督员', en: 'Collector' },
  operator: { zh: '受理员', en: 'Operator' },
  'duty-officer': { zh: '值班长', en: 'Duty officer' },
  dispatcher: { zh: '派遣员', en: 'Dispatcher' },
  department: { zh: '专业部门', en: 'Department' },
};

const UNKNOWN: Record<ObjectKind, Name> = {
  place: { zh: '区域不明或市外', en: 'Unknown or outside' },
  department: { zh: '未派遣部门', en: 'No department' },
  post: { zh: '无岗位', en: 'No post' },
  person: { zh: '无经办人', en: 'Nobody named' },
};

/** The name of an object by its code; the code itself where none is known. */
export function namesOf(book: NameBook, object: ObjectKind, code: string, columns: FactColumns): Name {
  if (code === '') return UNKNOWN[object];
  if (object === 'place') return code === 'city' ? { zh: '全市', en: 'City' } : (book.place(code) ?? plain(code));
  if (object === 'department') return book.department(code) ?? plain(code);
  if (object === 'post') return POST_NAMES[POSTS.find((post) => post === code) ?? 'department'];
  const source = book.source(code);
  if (source !== null) return source;
  const doer = columns.doers.find(code);
  return plain((doer === null ? undefined : columns.doerNames.get(doer)) ?? code);
}

function plain(name: string): Name {
  return { zh: name, en: name };
}
