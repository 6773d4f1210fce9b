import { AlertQueue } from '#client/desk/queue/alerts/alert-queue.ts';
import type { Line } from '#client/desk/queue/held-order.ts';
import type { Card, Shown, ShownRow } from '#client/desk/queue/shown.ts';
import { AlertStore } from '#client/stores/alert-store.ts';
import { DictionaryStore } from '#client/stores/dictionary-store.ts';
import type { Dictionary } from '#wire/dictionary.ts';
import type { AlertRow } from '#wire/figures.ts';

type QueueParts = ConstructorParameters<typeof AlertQueue>[0];

/** What a queue of alerts is made of: no names, no flood, and an instant at which nothing stands yet. */
export function queueParts(change: Partial<QueueParts> = {}): QueueParts {
  return {
    store: new AlertStore(),
    names: new DictionaryStore(),
    me: 'me',
    now: () => 1_000_000,
    zoneMs: () => 8 * 3_600_000,
    flood: () => null,
    ...change,
  };
}

/** A queue of alerts with its store. */
export function alertQueue(rows: AlertRow[], change: Partial<QueueParts> = {}) {
  const parts = queueParts(change);
  const queue = new AlertQueue(parts);
  parts.store.replace({ total: rows.length, rows }, 0);
  return { queue, store: parts.store, names: parts.names };
}

export function rowsOf(shown: Shown): ShownRow[] {
  return Array.from({ length: shown.length }, (_, at) => shown.rowAt(at)).filter((row) => row !== null);
}

export function linesOf(shown: Shown): Line[] {
  return rowsOf(shown).flatMap((row) => (row.kind === 'line' ? [row.line] : []));
}

export function cardsOf(shown: Shown): Card[] {
  return rowsOf(shown).flatMap((row) => (row.kind === 'card' ? [row.card] : []));
}

const place = { parentCode: null, lon: 0, lat: 0, areaM2: 1, approximate: false, hosting: null } as const;
const category = { kind: 'event', classCode: '01', shortZh: '', shortEn: '' } as const;

/** Two districts, two departments and two categories. */
export const smallNames: Dictionary = {
  version: '1',
  city: { code: '120000', nameZh: '天津市', nameEn: 'Tianjin' },
  places: [
    { ...place, code: '120101', level: 'district', nameZh: '和平区', nameEn: 'Heping' },
    { ...place, code: '120104', level: 'district', nameZh: '南开区', nameEn: 'Nankai' },
    { ...place, code: '120101001', level: 'subdistrict', nameZh: '劝业场街道', nameEn: 'Quanyechang' },
  ],
  categories: [
    { ...category, key: 'a', nameZh: '乱堆物料', nameEn: 'Heaped goods', classZh: '市容环境', classEn: 'Appearance' },
    { ...category, key: 'b', nameZh: '行道树', nameEn: 'Street tree', classZh: '园林绿化', classEn: 'Greenery' },
  ],
  departments: [
    { code: 'dep-1', districtCode: '120101', trade: 'greening', nameZh: '和平园林', nameEn: 'Heping greening' },
    { code: 'dep-2', districtCode: '120104', trade: 'greening', nameZh: '南开园林', nameEn: 'Nankai greening' },
  ],
  sources: [],
};
