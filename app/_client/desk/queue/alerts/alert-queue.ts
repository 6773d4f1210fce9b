import type { AlertStore } from '../../../stores/alert-store.ts';
import type { DictionaryStore } from '../../../stores/dictionary-store.ts';
import type { QueueFilter } from '../filter.ts';
import { SECTIONS, type AlertItem } from '../order.ts';
import type { View } from '../queues.ts';
import type { Shown } from '../shown.ts';
import type { Looked, QueueView } from '../view.ts';
import { AlertColumns } from './alert-columns.ts';
import { passingRows } from './alert-filter.ts';
import { chooseFolding, foldingKey, type Flood, type Folding } from './grouping.ts';
import { groupRows, type Groups, type OrderedRows } from './groups.ts';
import { EMPTY_LAYOUT, layOut, withCard, type Layout } from './layout.ts';
import { itemAt, ShownAlerts } from './shown-alerts.ts';
import { WorstFirst } from './worst-first.ts';

type Parts = {
  readonly store: AlertStore;
  readonly names: DictionaryStore;
  /** Id of the officer, as alerts name who has taken them. */
  readonly me: string;
  readonly now: () => number;
  /** What the platform's own time is ahead of UTC, ms. */
  readonly zoneMs: () => number;
  readonly flood: () => Flood | null;
};

/** The alerts, one line a case, folded into cards where one thing explains many of them. */
export class AlertQueue implements QueueView {
  readonly name = 'alerts';
  readonly byTime = true;
  readonly store: AlertStore;
  readonly columns = new AlertColumns();
  readonly #parts: Parts;
  readonly #order: WorstFirst;
  readonly #open = new Set<number>();
  #layout: Layout = EMPTY_LAYOUT;
  #folding: Folding | null = null;
  #rows: OrderedRows | null = null;
  #groups: Groups | null = null;

  constructor(parts: Parts) {
    this.store = parts.store;
    this.#parts = parts;
    this.#order = new WorstFirst(this.columns);
    this.columns.replace(parts.store.rows.values());
    parts.store.followRows((delta) => {
      if (delta === null) this.columns.replace(parts.store.rows.values());
      else this.columns.change(delta);
    });
  }

  look(filter: QueueFilter, held: boolean): Looked {
    const { columns } = this;
    const { names, me, now, zoneMs, flood } = this.#parts;
    this.#order.update(columns.takeChanged());
    const passes = passingRows(columns, filter, me, names.names);
    let passing = 0;
    for (let row = 0; row < passes.length; row++) passing += passes[row] as number;
    const rows = { order: this.#order.order, length: this.#order.length, passes, passing };
    if (!held || this.#folding === null) {
      const wish = { grouping: filter.grouping, searching: filter.text.trim() !== '', flood: flood() };
      this.#folding = chooseFolding(columns, rows, wish, names.names, { now: now(), zoneMs: zoneMs() });
      held = false;
    }
    const groups = groupRows(columns, rows, foldingKey(this.#folding, columns, names.names), now());
    if (!held) {
      this.#layout = layOut(columns, rows, groups, this.#folding.from, this.#open);
      columns.ended.clear();
    }
    this.#rows = rows;
    this.#groups = groups;
    return { shown: this.#show(), passing, ...this.#counted() };
  }

  itemOf(caseId: number): AlertItem | null {
    const row = this.columns.rowOf(caseId);
    return row === -1 ? null : itemAt(this.columns, row);
  }

  toggle(cardId: string): Shown | null {
    const key = keyOfCard(cardId);
    if (key === null || !this.#layout.cards.has(key)) return null;
    const opens = !this.#open.delete(key);
    if (opens) this.#open.add(key);
    this.#layout = withCard(this.#layout, key, opens ? this.#rowsOf(key) : null, this.columns);
    return this.#show();
  }

  casesOf(cardId: string): readonly number[] {
    const key = keyOfCard(cardId);
    return key === null ? [] : this.#rowsOf(key).map((row) => this.columns.caseId[row] as number);
  }

  #rowsOf(key: number): readonly number[] {
    const group = this.#groups?.numberOf.get(key);
    if (this.#rows === null || this.#groups === null || group === undefined) return [];
    const { groupOf } = this.#groups;
    return [...this.#rows.order.subarray(0, this.#rows.length)].filter((row) => groupOf[row] === group);
  }

  #show(): ShownAlerts {
    return new ShownAlerts({
      columns: this.columns,
      layout: this.#layout,
      rows: this.#rows as OrderedRows,
      groups: this.#groups as Groups,
      folding: this.#folding as Folding,
    });
  }

  #counted(): { counts: Partial<Record<View, number>>; late: number } {
    const { length, live, taker, section, shelved } = this.columns;
    const mine = this.columns.takers.find(this.#parts.me);
    const dueSoon = SECTIONS.indexOf('supervised');
    let [all, own, untaken, late, aside] = [0, 0, 0, 0, 0];
    for (let row = 0; row < length; row++) {
      if (live[row] === 0) continue;
      if (shelved[row] === 1) {
        aside += 1;
        continue;
      }
      all += 1;
      if (taker[row] === 0) untaken += 1;
      if (taker[row] === mine) own += 1;
      if ((section[row] as number) < dueSoon) late += 1;
    }
    return { counts: { all, untaken, mine: own, shelved: aside }, late };
  }
}

function keyOfCard(id: string): number | null {
  return id.startsWith('card/') ? Number(id.slice('card/'.length)) : null;
}
