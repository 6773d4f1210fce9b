import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Category } from '#domain/category/category.ts';
import type { CodeSystemRow } from '#domain/category/code-system.ts';
import type { FilingCondition, StageLimit } from '#domain/category/condition.ts';
import type { Department } from '#domain/department/department.ts';
import type { PlaceRow } from '#domain/place/place-row.ts';
import type { Succession } from '#domain/place/succession.ts';
import type { SourceRow } from '#seed/sources/sources.ts';

/** A place to seed; `validFrom` in epoch ms. */
export type SeedPlaceRow = PlaceRow & { validFrom: number };

/** Part of a seed: `version` names its content, so that `rows` (which may take a second) is asked only where it changed. */
export type SeedPart<Content> = { readonly version: string; readonly rows: () => Content };

export type Catalogue = {
  readonly codeSystems: readonly CodeSystemRow[];
  readonly categories: readonly Category[];
  readonly conditions: readonly FilingCondition[];
  readonly stageLimits: readonly StageLimit[];
};

/** All that a new platform starts with. */
export type CitySeed = {
  readonly places: SeedPart<readonly SeedPlaceRow[]>;
  readonly catalogue: SeedPart<Catalogue>;
  readonly departments: SeedPart<readonly Department[]>;
  readonly calendar: SeedPart<Calendar>;
  readonly sources: SeedPart<readonly SourceRow[]>;
  /** Place codes that were abolished before the platform began. */
  readonly successions: SeedPart<readonly Succession[]>;
};

export const SEED_PARTS = ['places', 'catalogue', 'departments', 'calendar', 'sources', 'successions'] as const;
export type SeedPartName = (typeof SEED_PARTS)[number];
