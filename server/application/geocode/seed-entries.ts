import type { GazetteerEntry } from '#domain/gazetteer/entry.ts';

/** A published settlement: its name in Latin letters, in Chinese where that is certain, and its point. */
export type SeedSettlement = { nameEn: string; nameZh: string | null; lon: number; lat: number };
/** A published river or canal with its courses as [lon, lat] pairs. */
export type SeedRiver = { nameZh: string; nameEn: string; lines: readonly (readonly (readonly number[])[])[] };

/** What a platform knows before its city brings its own gazetteer: settlements and waters of the base map. */
export function seedEntries(
  settlements: readonly SeedSettlement[],
  rivers: readonly SeedRiver[],
): { key: string; row: GazetteerEntry }[] {
  const blank = { aliases: [], spelled: '', road: null, plate: null, approximate: true } as const;
  const zones = settlements.map(({ nameEn, nameZh, lon, lat }): GazetteerEntry => {
    const key = `geonames-${nameEn.toLowerCase().replace(/[^a-z]+/gu, '-')}-${lon.toFixed(3)}-${lat.toFixed(3)}`;
    return {
      ...blank,
      key,
      type: 'zone',
      nameZh: nameZh ?? nameEn,
      nameEn,
      position: { lon, lat },
      lines: null,
      source: 'GeoNames',
    };
  });
  const waters = rivers.map(({ nameZh, nameEn, lines }): GazetteerEntry => {
    const micro = lines.map((line) =>
      line.flatMap(([lon, lat]) => [Math.round((lon as number) * 1e6), Math.round((lat as number) * 1e6)]),
    );
    const longest = [...micro].sort((a, b) => b.length - a.length)[0] as number[];
    const middle = (longest.length >> 2) * 2;
    const position = { lon: (longest[middle] as number) / 1e6, lat: (longest[middle + 1] as number) / 1e6 };
    const key = `gshhg-${nameEn.toLowerCase().replaceAll(' ', '-')}`;
    return { ...blank, key, type: 'landmark', nameZh, nameEn, position, lines: micro, source: 'GSHHG' };
  });
  return [...zones, ...waters].map((row) => ({ key: row.key, row }));
}
