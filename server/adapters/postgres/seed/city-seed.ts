import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Category } from '#domain/category/category.ts';
import type { FilingCondition, StageLimit } from '#domain/category/condition.ts';
import type { Department } from '#domain/department/department.ts';
import type { SourceRow } from '#seed/sources/sources.ts';
import type { Level } from '#wire/level.ts';

/** A place to seed: codes after GB/T 30428.1, WGS-84, areas in m². */
export type PlaceRow = {
  readonly code: string;
  readonly level: Level;
  readonly parentCode: string | null;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Its outline is computed, not published. */
  readonly approximate: boolean;
  readonly hosting: 'central' | 'federated' | null;
  readonly areaM2: number;
  readonly lon: number;
  readonly lat: number;
  readonly population: number | null;
  /** GeoJSON of a district, subdistrict or community; null for the city and for grids. */
  readonly geometry: object | null;
  /** Where a grid lies in the raster of unit grids; null for other levels. */
  readonly cell: readonly number[] | null;
  /** Epoch ms. */
  readonly validFrom: number;
};

/** Part of a seed: `version` names its content, so that `rows` (which may take a second) is asked only where it changed. */
export type SeedPart<Content> = { readonly version: string; readonly rows: () => Content };

export type Catalogue = {
  readonly categories: readonly Category[];
  readonly conditions: readonly FilingCondition[];
  readonly stageLimits: readonly StageLimit[];
};

/** All that a new platform starts with. */
export type CitySeed = {
  readonly places: SeedPart<readonly PlaceRow[]>;
  readonly catalogue: SeedPart<Catalogue>;
  readonly departments: SeedPart<readonly Department[]>;
  readonly calendar: SeedPart<Calendar>;
  readonly sources: SeedPart<readonly SourceRow[]>;
};

export const SEED_PARTS = ['places', 'catalogue', 'departments', 'calendar', 'sources'] as const;
export type SeedPartName = (typeof SEED_PARTS)[number];
