import type { Alert } from '#domain/alert/alert.ts';
import type { CaseState, CaseSummary } from '#domain/case/case.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import type { Located, Position } from '#domain/place/position.ts';
import type { AlertFilter, CaseFilter, CasePage, PlaceFilter, PlaceRecord } from '../api-port.ts';
import type { StoredCase } from '../ports.ts';
import type { Reach } from './reach.ts';

/** A case as stored, with its log. */
export type StoredCaseDetail = { stored: StoredCase; summary: CaseSummary; events: CaseEvent[]; alerts: Alert[] };

/** What the ways out ask of the store. Every method rejects with StoreUnavailable when it cannot be reached. */
export interface StoreQueries {
  /** @param at the instant that `filter.overdue` is asked for (epoch ms). */
  listCases(
    filter: CaseFilter,
    reach: Reach,
    at: number,
    page: { beforeId: number | null; limit: number },
  ): Promise<CasePage>;
  /** Null when there is none or it is out of reach. */
  caseByNumber(number: string, reach: Reach): Promise<StoredCaseDetail | null>;
  /** Worst first: timeouts before warnings, earliest due first. At most `limit`; `total` counts all. */
  listAlerts(
    filter: AlertFilter,
    reach: Reach,
    limit: number,
  ): Promise<{ total: number; alerts: { alert: Alert; summary: CaseSummary }[] }>;
  /**
   * Cases in which something waits for an answer (oldest case first), or ever was asked for (newest first), at most
   * `limit` of them.
   */
  casesWithRequests(
    filter: { place: string | null; pendingOnly: boolean },
    reach: Reach,
    limit: number,
  ): Promise<{ summary: CaseSummary; state: CaseState }[]>;
  /** Open cases that owe a demanded reply, soonest first; with `dueBy` (epoch ms) those demanded before it. */
  casesOwingReplies(
    filter: { place: string | null; dueBy: number | null },
    reach: Reach,
    limit: number,
  ): Promise<{ summary: CaseSummary; state: CaseState }[]>;
  /** Other cases of a category in the square of `metres` around a point, reported `withinMs` of an instant. */
  casesNear(
    about: { id: number; position: Position; categoryKey: string; reportedAt: number; withinMs: number },
    metres: number,
    reach: Reach,
  ): Promise<CaseSummary[]>;
  /** Places that are valid now, by code. */
  listPlaces(filter: PlaceFilter): Promise<PlaceRecord[]>;
  /** Where a point lay by the outlines of an instant, epoch ms. */
  locateAt(position: Position, at: number): Promise<Located>;
  placeByCode(code: string): Promise<PlaceRecord | null>;
}
