import type { Pool } from 'pg';
import { writeSheet } from '#adapters/files/write-sheet.ts';
import { createHistoryStore } from '#adapters/postgres/history/history-store.ts';
import { createHistory } from '#application/history/history.ts';
import type { HistoryPort } from '#application/history/history-port.ts';
import type { City } from './city.ts';

/** What happened, to search and to take away as a file. */
export function openHistory(pool: Pool, city: City): HistoryPort {
  const named = (one: { nameZh: string; nameEn: string } | undefined, lang: 'zh' | 'en'): string | undefined =>
    one === undefined ? undefined : lang === 'zh' ? one.nameZh : one.nameEn;
  return createHistory({
    store: createHistoryStore(pool),
    writeSheet,
    names: () => {
      const places = new Map(city.dictionary.places.map((place) => [place.code, place]));
      const categories = new Map(city.dictionary.categories.map((category) => [category.key, category]));
      return {
        place: (code, lang) => named(places.get(code ?? ''), lang) ?? code ?? '',
        category: (key, lang) => named(categories.get(key ?? ''), lang) ?? key ?? '',
      };
    },
  });
}
