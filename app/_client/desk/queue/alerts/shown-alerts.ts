import { STAGES, type Stage } from '#domain/case/stage.ts';
import type { AlertRow } from '#wire/figures.ts';
import type { Line } from '../held-order.ts';
import { SECTIONS, sectionOf, type AlertItem, type Section } from '../order.ts';
import type { Card, CardBy, Shown, ShownRow } from '../shown.ts';
import type { AlertColumns } from './alert-columns.ts';
import { bucketStart, REST_KEY } from './group-by.ts';
import type { Folding } from './grouping.ts';
import type { Groups, OrderedRows } from './groups.ts';
import { CARD, HEADING, INNER_LINE, placeOf, type LaidCard, type Layout } from './layout.ts';

type Parts = {
  readonly columns: AlertColumns;
  readonly layout: Layout;
  readonly rows: OrderedRows;
  readonly groups: Groups;
  readonly folding: Folding;
};

/** A layout of alerts with what its rows say now, made row by row as they come into sight. */
export class ShownAlerts implements Shown {
  readonly length: number;
  readonly tops: Float64Array;
  readonly cases: number;
  readonly waiting: readonly { readonly section: Section; readonly count: number }[];
  readonly #parts: Parts;
  readonly #cards = new Map<number, Card>();

  constructor(parts: Parts) {
    const { layout } = parts;
    this.#parts = parts;
    this.length = layout.length;
    this.tops = layout.tops;
    this.cases = layout.sections.reduce((sum, count) => sum + count, 0);
    this.waiting = waitingOf(parts);
  }

  rowAt(index: number): ShownRow | null {
    const { layout } = this.#parts;
    const { kinds, refs, sections } = layout;
    const [kind, ref] = [kinds[index], refs[index]];
    if (kind === undefined || ref === undefined || index >= this.length) return null;
    if (kind === HEADING) return { kind: 'heading', section: SECTIONS[ref] as Section, count: sections[ref] as number };
    if (kind === CARD) {
      const laid = layout.cards.get(ref) as LaidCard;
      const card = this.#cards.get(ref) ?? this.#makeCard(ref, laid);
      this.#cards.set(ref, card);
      return { kind: 'card', card };
    }
    const line = this.#lineOf(ref);
    return line === null ? null : { kind: 'line', line, inCard: kind === INNER_LINE };
  }

  keyAt(index: number): string {
    const { kinds, refs } = this.#parts.layout;
    if (kinds[index] === HEADING) return `section/${SECTIONS[refs[index] as number]}`;
    return `${kinds[index] === CARD ? 'card' : 'case'}/${refs[index]}`;
  }

  isHeading(index: number): boolean {
    return this.#parts.layout.kinds[index] === HEADING;
  }

  indexOf(id: string): number {
    const [kind, ref] = id.split('/');
    return kind === 'card' || kind === 'case' ? placeOf(this.#parts.layout, kind === 'card', Number(ref)) : -1;
  }

  indexOfCase(caseId: number): number {
    return placeOf(this.#parts.layout, false, caseId);
  }

  casesFrom(index: number): number {
    const { layout, groups } = this.#parts;
    let cases = 0;
    for (let at = index; at < this.length; at++) {
      if (layout.kinds[at] === HEADING) continue;
      const key = layout.refs[at] as number;
      if (layout.kinds[at] !== CARD) cases += 1;
      else if (layout.cards.get(key)?.open === false) cases += groups.count[groups.numberOf.get(key) ?? -1] ?? 0;
    }
    return cases;
  }

  #lineOf(caseId: number): Line | null {
    const { columns, rows } = this.#parts;
    const row = columns.rowOf(caseId);
    if (row !== -1) {
      const item = itemAt(columns, row);
      return { item, section: item.section, gone: rows.passes[row] === 0 };
    }
    const last = columns.ended.get(caseId);
    if (last === undefined) return null;
    const item = itemOf([last]);
    return { item, section: item.section, gone: true };
  }

  #makeCard(key: number, laid: LaidCard): Card {
    const { columns, groups, folding } = this.#parts;
    const group = groups.numberOf.get(key) ?? -1;
    const gone = group === -1;
    const worst = gone ? laid.worst : columns.worst(groups.worst[group] as number);
    const storm = folding.storm !== null && worst.dueAt >= folding.storm.since;
    const by: CardBy = key === REST_KEY ? 'rest' : storm ? folding.storm.by : (folding.by ?? 'rest');
    const states = SECTIONS.map((section, at) => ({
      section,
      count: groups.states[group * SECTIONS.length + at] ?? 0,
    }));
    return {
      id: `card/${key}`,
      by,
      worst,
      dueFrom: by === 'holder-time' ? bucketStart(worst.dueAt, folding.time) : null,
      count: groups.count[group] ?? 0,
      states: states.filter(({ count }) => count > 0),
      urgent: groups.urgent[group] ?? 0,
      untaken: groups.untaken[group] ?? 0,
      recent: groups.recent[group] ?? 0,
      places: by === 'cause' || by === 'trade' || by === 'rest' ? this.#placesOf(group) : [],
      stages: by === 'place' ? this.#stagesOf(group) : [],
      open: laid.open,
      storm,
      gone,
    };
  }

  #placesOf(group: number): Card['places'] {
    const { columns } = this.#parts;
    return this.#countedBy(group, columns.district).map(([place, count]) => ({
      district: columns.places.texts[place] || null,
      count,
    }));
  }

  #stagesOf(group: number): Card['stages'] {
    return this.#countedBy(group, this.#parts.columns.stage).map(([stage, count]) => ({
      stage: STAGES[stage] as Stage,
      count,
    }));
  }

  /** Values of a column among a card's rows with how many have each, most first. */
  #countedBy(group: number, column: Uint8Array | Uint16Array): [value: number, count: number][] {
    const { rows, groups } = this.#parts;
    const counts = new Map<number, number>();
    for (let at = 0; at < rows.length; at++) {
      const row = rows.order[at] as number;
      if (groups.groupOf[row] !== group) continue;
      const value = column[row] as number;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1]);
  }
}

/** The line of a row, from its alerts. */
export function itemAt(columns: AlertColumns, row: number): AlertItem {
  return itemOf(columns.alerts(row));
}

function itemOf(alerts: readonly AlertRow[]): AlertItem {
  const worst = alerts[0] as AlertRow;
  const { caseId, caseNumber, threshold } = worst;
  const late = threshold !== 'warning';
  return { id: `case/${caseId}`, caseId, caseNumber, section: sectionOf(worst), late, worst, alerts };
}

/** What passes and stands nowhere: it has no line, and its card is not there or open. */
function waitingOf({ columns, layout, rows, groups }: Parts): Shown['waiting'] {
  const { caseId, section } = columns;
  const counts = SECTIONS.map(() => 0);
  const isClosed = groups.keys.map((key) => layout.cards.get(key)?.open === false);
  for (let at = 0; at < rows.length; at++) {
    const row = rows.order[at] as number;
    if (rows.passes[row] === 0 || layout.lineOf[row] === caseId[row]) continue;
    const group = groups.groupOf[row] as number;
    if (group >= 0 && isClosed[group] === true) continue;
    const own = section[row] as number;
    counts[own] = (counts[own] as number) + 1;
  }
  return counts.flatMap((count, at) => (count === 0 ? [] : [{ section: SECTIONS[at] as Section, count }]));
}
