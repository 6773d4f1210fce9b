import type { Pool } from 'pg';
import type { RegisterStore } from '#application/lists/register.ts';
import type { EntryType, GazetteerEntry } from '#domain/gazetteer/entry.ts';
import { createRegisterStore } from '../register/register-store.ts';

/** The gazetteer's entries with their versions. */
export function createGazetteerStore(pool: Pool): RegisterStore<GazetteerEntry> {
  return createRegisterStore<GazetteerEntry>(pool, {
    register: 'gazetteer',
    table: 'gazetteer_entry',
    columns: [
      { name: 'type', type: 'text', of: (it) => it.type },
      { name: 'name_zh', type: 'text', of: (it) => it.nameZh },
      { name: 'name_en', type: 'text', of: (it) => it.nameEn },
      { name: 'aliases', type: 'json', of: (it) => it.aliases },
      { name: 'spelled', type: 'text', of: (it) => it.spelled },
      { name: 'lon', type: 'float', of: (it) => it.position.lon },
      { name: 'lat', type: 'float', of: (it) => it.position.lat },
      { name: 'lines', type: 'json', of: (it) => it.lines },
      { name: 'road', type: 'text', of: (it) => it.road },
      { name: 'plate', type: 'text', of: (it) => it.plate },
      { name: 'source', type: 'text', of: (it) => it.source },
      { name: 'approximate', type: 'boolean', of: (it) => it.approximate },
    ],
    rowOf: (row) => ({
      key: row['key'] as string,
      type: row['type'] as EntryType,
      nameZh: row['name_zh'] as string,
      nameEn: row['name_en'] as string,
      aliases: row['aliases'] as string[],
      spelled: row['spelled'] as string,
      position: { lon: row['lon'] as number, lat: row['lat'] as number },
      lines: row['lines'] as number[][] | null,
      road: row['road'] as string | null,
      plate: row['plate'] as string | null,
      source: row['source'] as string,
      approximate: row['approximate'] as boolean,
    }),
  });
}
