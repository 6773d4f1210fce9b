import { isCityCode } from '#domain/place/code.ts';
import type { AlertFilter, CaseFilter } from '#application/api-port.ts';
import type { Reach } from '#application/query/reach.ts';
import { STAGES } from '#domain/case/stage.ts';

/** The conditions of a question, with numbered parameters for their values: no value ever becomes SQL text. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  /** Adds a condition on `value`; null asks for nothing. */
  ask<Value>(value: Value | null, condition: (parameter: string) => string): this {
    if (value !== null) this.parts.push(condition(this.parameter(value)));
    return this;
  }

  add(condition: string): this {
    this.parts.push(condition);
    return this;
  }

  parameter(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  get sql(): string {
    return this.parts.length === 0 ? 'true' : this.parts.join('\n  AND ');
  }
}

const OPEN = `c.phase IN (${STAGES.map((stage) => `'${stage}'`).join(', ')})`;

/**
 * Conditions on a city_case that goes by `c`.
 *
 * @param due when its first clock is due, as SQL; null in it where none runs.
 */
export function caseConditions(
  conditions: Conditions,
  filter: CaseFilter,
  reach: Reach,
  at: number,
  due = 'LEAST(c.stage_due_at, c.whole_due_at)',
): Conditions {
  withinReach(conditions, reach);
  withinPlace(conditions, filter.place);
  conditions
    .ask(filter.category, (value) => `c.category_key = ${value}`)
    .ask(filter.phases, (value) => `c.phase = ANY(${value}::text[])`)
    .ask(filter.source, (value) => `c.source = ${value}`)
    .ask(filter.since, (value) => `c.reported_at >= to_timestamp(${value}::float8 / 1000)`)
    .ask(filter.until, (value) => `c.reported_at < to_timestamp(${value}::float8 / 1000)`)
    .ask(filter.text && `%${filter.text.replaceAll(/[\\%_]/g, '\\$&')}%`, anyText);
  if (filter.open !== null) conditions.add(filter.open ? OPEN : `NOT ${OPEN}`);
  if (filter.overdue !== null) {
    const now = `to_timestamp(${conditions.parameter(at)}::float8 / 1000)`;
    // A paused or ended case is not overdue.
    const overdue = `coalesce(${due} < ${now}, false)`;
    conditions.add(filter.overdue ? overdue : `NOT ${overdue}`);
  }
  return conditions;
}

/** Conditions on an alert that goes by `a`, of a case that goes by `c`. */
export function alertConditions(conditions: Conditions, filter: AlertFilter, reach: Reach): Conditions {
  withinReach(conditions, reach);
  withinPlace(conditions, filter.place);
  // The index holds what is not resolved, so it has to be asked for in these words.
  if (filter.statuses === null || !filter.statuses.includes('resolved')) conditions.add("a.status <> 'resolved'");
  return conditions
    .ask(filter.statuses, (value) => `a.status = ANY(${value}::text[])`)
    .ask(filter.threshold, (value) => `a.threshold = ${value}`);
}

/** The condition that a case lies within somebody's reach and, where one is named, within a place. */
export function placeConditions(conditions: Conditions, place: string | null, reach: Reach): Conditions {
  withinReach(conditions, reach);
  withinPlace(conditions, place);
  return conditions;
}

function withinReach(conditions: Conditions, reach: Reach): void {
  withinPlace(conditions, reach.place);
  conditions.ask(reach.department, (value) => `(c.department = ${value} OR c.state->'supporting' ? ${value}::text)`);
}

/** Codes of GB/T 30428.1 say their level by their length: district 6, subdistrict 9, community 12, grid 15 digits. */
const COLUMN_OF_LENGTH: Readonly<Record<number, string>> = {
  6: 'c.district_code',
  9: 'c.subdistrict_code',
  12: 'c.community_code',
  15: 'c.grid_code',
};

function withinPlace(conditions: Conditions, code: string | null): void {
  if (code === null || isCityCode(code)) return;
  const column = COLUMN_OF_LENGTH[code.length];
  if (column === undefined) conditions.add('false');
  else conditions.ask(code, (value) => `${column} = ${value}`);
}

function anyText(value: string): string {
  return `(c.number ILIKE ${value} OR c.address ILIKE ${value} OR c.state->>'description' ILIKE ${value})`;
}
