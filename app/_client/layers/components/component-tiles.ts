import type { ComponentsAnswer } from '#wire/http/component.ts';
import { Signal } from '../../stores/signal.ts';

export type ShownComponent = ComponentsAnswer['components'][number];

/** Components come in cells of this many degrees, so that maps side by side ask for the same ones. */
const CELL_DEGREES = 0.02;
/** A map that shows more cells than this is not near enough. */
const MOST_CELLS = 9;
/** Cells kept; the ones looked at longest ago go first. */
const MOST_KEPT = 40;
/** A cell is asked for again after this time: an unchanged one costs a 304. */
const KEPT_MS = 10 * 60_000;

type Cell = { components: readonly ShownComponent[]; askedAt: number };

/** Asks for the components of one box; rejects when they cannot be had. */
export type AskComponents = (bbox: string) => Promise<ComponentsAnswer>;

/** Components of what a map shows, fetched cell by cell when it is near. */
export class ComponentTiles extends Signal {
  readonly #ask: AskComponents;
  readonly #now: () => number;
  readonly #cells = new Map<string, Cell>();

  constructor(ask: AskComponents = askServer, now: () => number = Date.now) {
    super();
    this.#ask = ask;
    this.#now = now;
  }

  /** What is known of a box; what is not is asked for, and the signal tells when it is there. Empty where it is too wide. */
  within(bounds: readonly [number, number, number, number]): readonly ShownComponent[] {
    const keys = cellsOf(bounds);
    return keys.flatMap((key) => this.#cell(key).components);
  }

  #cell(key: string): Cell {
    const known = this.#cells.get(key);
    if (known !== undefined && this.#now() - known.askedAt < KEPT_MS) {
      this.#cells.delete(key);
      this.#cells.set(key, known);
      return known;
    }
    const cell = { components: known?.components ?? [], askedAt: this.#now() };
    this.#cells.set(key, cell);
    for (const oldest of this.#cells.keys()) {
      if (this.#cells.size <= MOST_KEPT) break;
      this.#cells.delete(oldest);
    }
    void this.#load(key, cell);
    return cell;
  }

  async #load(key: string, cell: Cell): Promise<void> {
    try {
      cell.components = (await this.#ask(key)).components;
      this.changed();
    } catch (error) {
      // Cases are drawn without them; the cell is asked for again in its time.
      console.info(`the components of ${key} could not be read`, error);
    }
  }
}

/** The cells that a box touches, as `west,south,east,north`; none where there are too many. */
export function cellsOf([west, south, east, north]: readonly [number, number, number, number]): string[] {
  const first = (degrees: number): number => Math.floor(degrees / CELL_DEGREES);
  const [left, right, low, high] = [first(west), first(east), first(south), first(north)];
  if (!((right - left + 1) * (high - low + 1) <= MOST_CELLS)) return [];
  const keys: string[] = [];
  for (let x = left; x <= right; x++)
    for (let y = low; y <= high; y++)
      keys.push([x, y, x + 1, y + 1].map((edge) => (edge * CELL_DEGREES).toFixed(2)).join(','));
  return keys;
}

async function askServer(bbox: string): Promise<ComponentsAnswer> {
  const answer = await fetch(`/api/v1/components?bbox=${bbox}`, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`components: ${answer.status}`);
  return (await answer.json()) as ComponentsAnswer;
}
