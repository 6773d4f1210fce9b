import type { CaseState, CaseSummary } from '#domain/case/case.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import {
  restatedEvent,
  restatedState,
  restatedSummary,
  type CalendarChange,
  type RestatedClocks,
} from '#domain/case/restated.ts';
import { instantSql } from '../columns.ts';
import { decodeRestated } from './restated-block.ts';

/** One entry of the log that restated many cases. */
export type RestatedBlock = { position: number; change: CalendarChange; cases: readonly RestatedClocks[] };

type Held = RestatedBlock & { byId: ReadonlyMap<number, RestatedClocks> };

/** What asks the database: the pool, or a connection in a transaction. */
type Asked = { query: <Row extends object>(query: object) => Promise<{ rows: Row[] }> };

type Row = { position: number; from_version: string; to_version: string; at: number; content: Buffer };

const BLOCKS = `SELECT position::float8 AS position, from_version, to_version, ${instantSql('at')} AS at, content
  FROM restatement WHERE position = ANY($1::bigint[]) ORDER BY position`;

/** Reads blocks, in the order of their positions. */
export async function readBlocks(asked: Asked, positions: readonly number[]): Promise<RestatedBlock[]> {
  if (positions.length === 0) return [];
  const { rows } = await asked.query<Row>({ name: 'restatements', text: BLOCKS, values: [positions] });
  return rows.map(({ position, from_version: from, to_version: to, at, content }) => ({
    position,
    change: { from, to, at },
    cases: decodeRestated(content),
  }));
}

const RESTATING = 'SELECT restating::float8[] AS restating FROM log_head WHERE id = 1';

/** Blocks whose cases have not all been written, kept from one transaction to the next: they never change. */
export class BlockShelf {
  private readonly held = new Map<number, Held>();
  /** How far this process has written each block's cases: what lies before need not be looked at again. */
  private readonly settled = new Map<number, number>();

  /** What waits to be written into the rows of cases, as of a head of the log. */
  async pending(asked: Asked, positions: readonly number[]): Promise<PendingClocks> {
    for (const position of this.held.keys()) if (!positions.includes(position)) this.held.delete(position);
    const missing = positions.filter((position) => !this.held.has(position));
    for (const block of await readBlocks(asked, missing)) this.hold(block);
    return new PendingClocks([...positions].sort((a, b) => a - b).flatMap((position) => this.held.get(position) ?? []));
  }

  /** What waits now. */
  async pendingNow(asked: Asked): Promise<PendingClocks> {
    const { rows } = await asked.query<{ restating: number[] }>({ name: 'restating', text: RESTATING });
    return this.pending(asked, rows[0]?.restating ?? []);
  }

  /** Index of a block's first case that may lack it. */
  settledTo(position: number): number {
    return this.settled.get(position) ?? 0;
  }

  noteSettled({ position, to }: { position: number; to: number }): void {
    this.settled.set(position, to);
  }

  /** Keeps a block that is committed. */
  hold(block: RestatedBlock): void {
    this.held.set(block.position, { ...block, byId: new Map(block.cases.map((one) => [one.id, one])) });
  }
}

/** Changes of calendar that rows of cases do not have yet. A row has one once its version is beyond the block's. */
export class PendingClocks {
  readonly blocks: readonly RestatedBlock[];
  private readonly held: readonly Held[];

  constructor(held: readonly Held[]) {
    this.held = held;
    this.blocks = held;
  }

  /** Whether a case may lack anything. */
  names(id: number): boolean {
    return this.held.some(({ byId }) => byId.has(id));
  }

  /** Whether a case is in a block that came after a position of the log. */
  restatedSince(position: number): (id: number) => boolean {
    const later = this.held.filter((block) => block.position > position);
    return (id) => later.some(({ byId }) => byId.has(id));
  }

  /** What a row of this version lacks, oldest first. */
  of(id: number, version: number): { change: CalendarChange; clocks: RestatedClocks }[] {
    const lacking: { change: CalendarChange; clocks: RestatedClocks }[] = [];
    for (const { byId, change } of this.held) {
      const clocks = byId.get(id);
      if (clocks?.version === version + lacking.length) lacking.push({ change, clocks });
    }
    return lacking;
  }

  /** Of every case that may lack anything its newest clocks; `version`: that of the rows which lack them, or lower. */
  newest(): RestatedClocks[] {
    return [...new Map(this.held.flatMap(({ cases }) => cases.map((one) => [one.id, one] as const))).values()];
  }

  /** A row's state with what it lacks, and the events that its log lacks. */
  state(id: number, row: CaseState): { state: CaseState; events: CaseEvent[] } {
    let state = row;
    const events: CaseEvent[] = [];
    for (const { change, clocks } of this.held.length === 0 ? [] : this.of(id, row.version)) {
      events.push(restatedEvent(change, state));
      state = restatedState(state, change, clocks);
    }
    return { state, events };
  }

  summary(row: CaseSummary): CaseSummary {
    if (this.held.length === 0) return row;
    return this.of(row.id, row.version).reduce((summary, { clocks }) => restatedSummary(summary, clocks), row);
  }
}
