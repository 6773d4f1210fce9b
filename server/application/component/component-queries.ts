import type { CaseSummary } from '#domain/case/case.ts';
import type { Component, ComponentState } from '#domain/component/component.ts';
import type { Bounds, PlacedComponent } from '#domain/component/component-index.ts';
import type { Position } from '#domain/place/position.ts';
import type { Reach } from '../query/reach.ts';

/** Which components of the register; null asks for nothing. */
export type ComponentFilter = {
  category: string | null;
  /** Code of a place: a district by the component's own code, smaller ones by its unit grid. */
  place: string | null;
  owner: string | null;
  state: ComponentState | null;
  /** Part of a code, name, department or note. */
  text: string | null;
  /** Only those that a case names. */
  withCases: boolean;
};

/** A component with how many cases, within the reach of who asks, name it. */
export type FoundComponent = Component & { cases: number };

/** Where a page ends. `cases`: of its last component, where the ones with the most cases come first; else null. */
export type PageEnd = { code: string; cases: number | null };

/** `next`: what to go on after, null at the end. */
export type ComponentsPage = { total: number; components: FoundComponent[]; next: PageEnd | null };

/** How many components there are of what. Owners are the commonest ones, at most 200. */
export type RegisterSummary = {
  total: number;
  simulated: number;
  categories: { key: string; count: number }[];
  owners: { name: string; count: number }[];
  states: { state: ComponentState; count: number }[];
  districts: { code: string; count: number }[];
};

/** The stored register as it is browsed. Every method rejects with StoreUnavailable. */
export interface ComponentBrowser {
  /** By code; with `withCases` those with the most cases first, of equally many by code. */
  search(
    filter: ComponentFilter,
    reach: Reach,
    page: { after: PageEnd | null; limit: number },
  ): Promise<ComponentsPage>;
  /** Of the reach's own part of the register. */
  summary(reach: Reach): Promise<RegisterSummary>;
}

export interface ComponentHistory {
  /** Cases that name a component, newest first. Rejects with StoreUnavailable. */
  casesOf(code: string, reach: Reach, most: number): Promise<CaseSummary[]>;
}

/**
 * The district whose components somebody sees, null for all of them: a code names no smaller place, so a subdistrict's
 * people see their district's.
 */
export function districtOfReach({ place }: Reach): string | null {
  return place === null ? null : place.slice(0, DISTRICT_DIGITS);
}
const DISTRICT_DIGITS = 6;

/** What may be asked of components: each within the reach of who asks. */
export interface ComponentQueries extends ComponentBrowser, ComponentHistory {
  /** Changes with every import: what maps may keep until then. */
  version(): string;
  within(bounds: Bounds, reach: Reach, most: number): { total: number; components: PlacedComponent[] };
  near(
    at: Position,
    asked: { category: string | null; reach: Reach },
    metres: number,
    most: number,
  ): (PlacedComponent & { metres: number })[];
  /** Null where the register has no such code, or it is out of reach. Rejects with StoreUnavailable. */
  byCode(code: string, reach: Reach): Promise<Component | null>;
}
