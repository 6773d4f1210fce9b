import { categoryKey, type CategoryKey, type Kind } from '#domain/category/category.ts';
import { NATIONAL_2013 } from '#domain/category/code-system.ts';
import { LIMIT_UNIT_NAMES, type FilingCondition } from '#domain/category/condition.ts';
import type { Limit, LimitUnit } from '#domain/clock/limit.ts';
import { responsibleOffice } from '#domain/department/responsible-office.ts';
import { BORROWED_COMPONENT_CONDITIONS, COMPONENT_CONDITIONS } from './component-conditions.ts';
import { COMPONENT_PHRASES } from './component-phrases.ts';
import { BORROWED_EVENT_CONDITIONS, EVENT_CONDITIONS } from './event-conditions.ts';
import type { Phrase } from './phrase.ts';

const UNITS: Readonly<Record<string, LimitUnit>> = {
  uh: 'urgent-hour',
  wh: 'working-hour',
  wd: 'working-day',
  ud: 'urgent-day',
};
const CITY_SOURCE = 'limit as in one city filing handbook (Yuncheng); wording ours';
const GENERIC_SOURCE = 'limit borrowed from a like category; wording ours';

const PHRASES: ReadonlyMap<string, Phrase> = new Map(Object.entries(COMPONENT_PHRASES));

type Draft = { readonly key: CategoryKey; readonly limit: string; readonly phrase: Phrase; readonly generic: boolean };

/**
 * Filing conditions of every category of `categoryRows`, at least one each, numbered from 1 within the category.
 *
 * @throws Error when a table names an unknown phrase or a malformed limit.
 */
export function conditionRows(): readonly FilingCondition[] {
  const numbers = new Map<CategoryKey, number>();
  return drafts().map(({ key, limit, phrase, generic }) => {
    const conditionNo = (numbers.get(key) ?? 0) + 1;
    numbers.set(key, conditionNo);
    const [zh, en, closeZh, closeEn] = phrase;
    const disposal = parseLimit(limit);
    return {
      categoryKey: key,
      conditionNo,
      condition: { zh, en },
      closeCondition: { zh: closeZh, en: closeEn },
      limit: disposal,
      season: null,
      unitName: LIMIT_UNIT_NAMES[disposal.unit],
      office: responsibleOffice(key),
      officeName: '',
      generic,
      source: generic ? GENERIC_SOURCE : CITY_SOURCE,
      retiredAt: null,
    };
  });
}

function drafts(): Draft[] {
  return [
    ...COMPONENT_CONDITIONS.flatMap((line) => componentDrafts(line, false)),
    ...BORROWED_COMPONENT_CONDITIONS.flatMap((line) => componentDrafts(line, true)),
    ...EVENT_CONDITIONS.map((line) => eventDraft(line, false)),
    ...BORROWED_EVENT_CONDITIONS.map((line) => eventDraft(line, true)),
  ];
}

function componentDrafts([subclasses, conditions]: readonly [string, string], generic: boolean): Draft[] {
  return subclasses.split(' ').flatMap((code) =>
    conditions.split(', ').map((text) => {
      const [id = '', limit = ''] = text.split(' ');
      const phrase = PHRASES.get(id);
      if (phrase === undefined) throw new Error(`component ${code}: no phrase "${id}"`);
      return { key: nationalKey('component', code), limit, phrase, generic };
    }),
  );
}

function eventDraft([code, limit, ...phrase]: (typeof EVENT_CONDITIONS)[number], generic: boolean): Draft {
  return { key: nationalKey('event', code), limit, phrase, generic };
}

function nationalKey(kind: Kind, code: string): CategoryKey {
  return categoryKey(NATIONAL_2013, kind, code.slice(0, 2), code.slice(2));
}

function parseLimit(text: string): Limit {
  const [, value = '', abbreviation = ''] = /^(\d+)([a-z]+)$/.exec(text) ?? [];
  const unit = UNITS[abbreviation];
  if (unit === undefined) throw new Error(`malformed limit "${text}"`);
  return { value: Number(value), unit };
}
