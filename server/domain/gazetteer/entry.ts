import type { Position } from '../place/position.ts';

/**
 * Basic place types of geocoding (GB/T 30428.3): 行政区划, 街巷, 门(楼)牌, 地片与区片, 小区, 建筑物, 兴趣点, 标志物.
 * Waters are landmarks.
 */
export const ENTRY_TYPES = ['division', 'road', 'plate', 'zone', 'estate', 'building', 'poi', 'landmark'] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];

/**
 * One named place of the gazetteer. `key` is its own code in the source, or made from type, name and place where the
 * source gives none; it stays the same from one import to the next.
 */
export type GazetteerEntry = {
  key: string;
  type: EntryType;
  nameZh: string;
  /** Empty where nobody gave one and the Chinese name could not be spelled. */
  nameEn: string;
  aliases: readonly string[];
  /** The Chinese name in pinyin, syllables with spaces between: `bin jiang dao`. Empty: not spelled. */
  spelled: string;
  /** WGS-84 / CGCS2000; of a road or river a point on it near its middle. */
  position: Position;
  /** Courses of a road or river in microdegrees, [lon, lat, lon, lat, …]; null for a point. */
  lines: readonly (readonly number[])[] | null;
  /** Of a plate: the road or lane that it belongs to, and its number as written. */
  road: string | null;
  plate: string | null;
  source: string;
  /** The position is not surveyed: computed, digitised from a small map, or placed by hand. */
  approximate: boolean;
};

export function isEntryType(value: unknown): value is EntryType {
  return (ENTRY_TYPES as readonly unknown[]).includes(value);
}
