import type { CaseSummary } from '#domain/case/case.ts';
import type { Component } from '#domain/component/component.ts';
import { ComponentIndex, type Bounds, type PlacedComponent } from '#domain/component/component-index.ts';
import type { Position } from '#domain/place/position.ts';
import type { RegisterStore } from '../lists/register.ts';
import type { Reach } from '../query/reach.ts';
import {
  districtOfReach,
  type ComponentBrowser,
  type ComponentFilter,
  type ComponentHistory,
  type ComponentQueries,
  type ComponentsPage,
  type PageEnd,
  type RegisterSummary,
} from './component-queries.ts';

export type ComponentParts = {
  store: Pick<RegisterStore<Component>, 'version' | 'all' | 'rows'>;
  history: ComponentHistory;
  browser: ComponentBrowser;
  onFault: (what: string, error: unknown) => void;
  everyMs?: number;
};

const EVERY_MS = 30_000;

/** The register as maps and cases ask it: places in memory, following the store; facts and history from the store. */
export class LiveComponents implements ComponentQueries {
  readonly #parts: ComponentParts;
  #index = new ComponentIndex([]);
  #version = 'none';
  #reading: Promise<void> | null = null;
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(parts: ComponentParts) {
    this.#parts = parts;
  }

  /** Begins to follow; resolves when the first version is in memory, or could not be read. */
  async start(): Promise<void> {
    const look = (): Promise<void> =>
      this.refresh().catch((error: unknown) => this.#parts.onFault('the components could not be read', error));
    this.#timer = setInterval(() => void look(), this.#parts.everyMs ?? EVERY_MS);
    await look();
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  /** Reads a new version where there is one. Rejects with StoreUnavailable. */
  refresh(): Promise<void> {
    this.#reading ??= this.#read().finally(() => (this.#reading = null));
    return this.#reading;
  }

  version(): string {
    return this.#version;
  }

  within(bounds: Bounds, reach: Reach, most: number): { total: number; components: PlacedComponent[] } {
    return this.#index.within(bounds, districtOfReach(reach), most);
  }

  near(
    at: Position,
    { category, reach }: { category: string | null; reach: Reach },
    metres: number,
    most: number,
  ): (PlacedComponent & { metres: number })[] {
    return this.#index.near(at, { category, district: districtOfReach(reach) }, metres, most);
  }

  async byCode(code: string, reach: Reach): Promise<Component | null> {
    const district = districtOfReach(reach);
    if (district !== null && !code.startsWith(district)) return null;
    return (await this.#parts.store.rows([code])).get(code) ?? null;
  }

  casesOf(code: string, reach: Reach, most: number): Promise<CaseSummary[]> {
    return this.#parts.history.casesOf(code, reach, most);
  }

  search(
    filter: ComponentFilter,
    reach: Reach,
    page: { after: PageEnd | null; limit: number },
  ): Promise<ComponentsPage> {
    return this.#parts.browser.search(filter, reach, page);
  }

  summary(reach: Reach): Promise<RegisterSummary> {
    return this.#parts.browser.summary(reach);
  }

  async #read(): Promise<void> {
    const { store } = this.#parts;
    const version = await store.version();
    if (version === this.#version) return;
    const placed: PlacedComponent[] = [];
    for await (const part of store.all())
      for (const { code, categoryKey, position, state, simulated } of part)
        placed.push({ code, categoryKey, position, state, simulated });
    this.#index = new ComponentIndex(placed);
    this.#version = version;
  }
}
