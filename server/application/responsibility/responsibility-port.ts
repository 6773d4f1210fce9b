import type { Principal } from '#domain/account/role.ts';
import type { BilingualName } from '#domain/category/category.ts';
import type { Outline, Place } from '#domain/place/place.ts';
import type { DutyState, Patrolled } from '#domain/responsibility/patrol.ts';
import type { ResponsibilityGrid } from '#domain/responsibility/responsibility-grid.ts';

/**
 * A responsibility grid as somebody may see it: outside their reach nobody is named (`person` '', `collector` null).
 * `place`: code of the smallest place that has all of it, the city's where it lies in several districts.
 */
export type SeenResponsibilityGrid = ResponsibilityGrid & { readonly place: string };

/** One with what collectors on duty saw of it and how its own collector stands. */
export type PatrolledGrid = Omit<SeenResponsibilityGrid, 'unitGrids'> &
  Patrolled & {
    /** Name on the roster; null for nobody, nobody known, or out of reach. */
    readonly collectorName: BilingualName | null;
    readonly duty: DutyState;
    /** Collectors on duty that are in it now, whosever it is. */
    readonly collectorsInside: number;
    /** Around its unit grids; only where it was asked for, null where they have no outline. */
    readonly geometry?: Outline | null;
  };

/** The responsibility grids of a place together. */
export type PatrolledPlace = Pick<Place, 'level' | 'nameZh' | 'nameEn'> & {
  readonly place: string;
  /** Those that have a unit grid in it. */
  readonly responsibilityGrids: number;
  /** All unit grids of the place, those in a responsibility grid, and of these the ones visited. */
  readonly unitGrids: number;
  readonly assigned: number;
  readonly visited: number;
  /** Of those assigned; null where there is none. */
  readonly share: number | null;
  /** Responsibility grids of which no unit grid was visited. */
  readonly untouched: number;
  /** Responsibility grids whose own collector is on duty, and inside. */
  readonly onDuty: number;
  readonly inPlace: number;
};

/** `since`: epoch ms. `grids` least patrolled first, at most as many as were asked for of `total`. */
export type PatrolReport = {
  readonly since: number;
  /** The place itself first, then each right below it down to the community. */
  readonly places: readonly PatrolledPlace[];
  readonly total: number;
  readonly grids: readonly PatrolledGrid[];
};

/** 责任网格: who answers for which unit grids, and how they are patrolled. */
export interface ResponsibilityPort {
  /** The one that a unit grid lies in now, from memory; null for none. */
  ofUnitGrid(who: Principal, unitGrid: string | null): SeenResponsibilityGrid | null;
  /** The one that it lay in at an instant (epoch ms). Rejects with StoreUnavailable. */
  ofUnitGridAt(who: Principal, unitGrid: string | null, at: number): Promise<SeenResponsibilityGrid | null>;
  /** Those that have a unit grid in a place, by code. Null for a place that there is not. */
  list(who: Principal, place: string, limit: number): { total: number; grids: SeenResponsibilityGrid[] } | null;
  /** @param hours how far back a visit counts. Null for a place that there is not. */
  patrol(
    who: Principal,
    place: string,
    asked: { hours: number; limit: number; geometry?: boolean },
  ): PatrolReport | null;
}
