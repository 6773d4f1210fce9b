import type { PlaceRecord } from '#application/api-port.ts';
import type { StoreQueries } from '#application/query/store-queries.ts';
import type { Level } from '#wire/level.ts';
import type { Database } from '../client.ts';

type Queries = Pick<StoreQueries, 'listPlaces' | 'placeByCode'>;

const FIELDS = {
  code: true,
  parentCode: true,
  level: true,
  nameZh: true,
  nameEn: true,
  approximate: true,
  hosting: true,
  areaM2: true,
  lon: true,
  lat: true,
  population: true,
} as const;

/** See StoreQueries. */
export function createPlaceQueries({ prisma }: Pick<Database, 'prisma'>): Queries {
  return {
    async listPlaces({ level, parent, geometry, at }) {
      const where = {
        ...validAt(at),
        ...(level === null ? {} : { level }),
        ...(parent === null ? {} : { parentCode: parent }),
      };
      const rows = await prisma.place.findMany({ where, select: { ...FIELDS, geometry }, orderBy: { code: 'asc' } });
      return rows.map(placeOf);
    },
    async placeByCode(code) {
      const row = await prisma.place.findFirst({
        where: { code, validTo: null },
        select: { ...FIELDS, geometry: true },
      });
      return row && placeOf(row);
    },
  };
}

function validAt(at: number | null) {
  if (at === null) return { validTo: null };
  const then = new Date(at);
  return { validFrom: { lte: then }, OR: [{ validTo: null }, { validTo: { gt: then } }] };
}

type Row = Omit<PlaceRecord, 'level' | 'hosting'> & { level: string; hosting: string | null };

/** Levels and hostings are written by the seed and by imports of outlines only, both typed. */
function placeOf(row: Row): PlaceRecord {
  return { ...row, level: row.level as Level, hosting: row.hosting as PlaceRecord['hosting'] };
}
