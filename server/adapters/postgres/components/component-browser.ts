import type { Pool } from 'pg';
import {
  districtOfReach,
  type ComponentBrowser,
  type ComponentFilter,
  type FoundComponent,
  type PageEnd,
} from '#application/component/component-queries.ts';
import type { Reach } from '#application/query/reach.ts';
import type { ComponentState } from '#domain/component/component.ts';
import { isCityCode } from '#domain/place/code.ts';
import { Conditions, placeConditions } from '../queries/conditions.ts';
import { reported } from '../unavailable.ts';
import { COMPONENT_COLUMNS, componentOfRow } from './component-store.ts';

const MOST_OWNERS = 200;
const DISTRICT_DIGITS = 6;
const FIELDS = COMPONENT_COLUMNS.map(({ name }) => `p.${name}`).join(', ');

type Found = Record<string, unknown> & { cases: number };

/** The stored register as it is browsed. */
export function createComponentBrowser(pool: Pool): ComponentBrowser {
  return {
    async search(filter, reach, { after, limit }) {
      const counted = new Conditions();
      const wanted = componentConditions(counted, filter, reach);
      const total = reported(
        pool.query<{ total: number }>(
          `SELECT count(*)::int AS total FROM component p WHERE ${wanted.sql}${filter.withCases ? ` AND ${namedBy(counted, reach)}` : ''}`,
          counted.values,
        ),
      );
      const asked = new Conditions();
      const { sql, values } = pageSql(asked, filter, reach, after, limit);
      const found = await reported(pool.query<Found>(sql, values));
      const rows = found.rows.slice(0, limit);
      const components = rows.map((row): FoundComponent => ({ ...componentOfRow(row), cases: row.cases }));
      const last = found.rows.length > limit ? components.at(-1) : undefined;
      const next = last === undefined ? null : { code: last.code, cases: filter.withCases ? last.cases : null };
      return { total: (await total).rows[0]?.total ?? 0, components, next };
    },
    async summary(reach) {
      const own = ofReach(new Conditions().add('until IS NULL'), reach, 'key');
      const by = (of: string): Promise<{ rows: { name: string; count: number }[] }> =>
        reported(
          pool.query(
            `SELECT ${of} AS name, count(*)::int AS count FROM component WHERE ${own.sql}
             GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_OWNERS * 5}`,
            own.values,
          ),
        );
      const [categories, owners, states, districts, simulated] = await Promise.all([
        by('category_key'),
        by('owner'),
        by('state'),
        by(`left(key, ${DISTRICT_DIGITS})`),
        by('simulated::text'),
      ]);
      return {
        total: states.rows.reduce((sum, { count }) => sum + count, 0),
        simulated: simulated.rows.find(({ name }) => name === 'true')?.count ?? 0,
        categories: categories.rows.map(({ name, count }) => ({ key: name, count })),
        owners: owners.rows.filter(({ name }) => name !== '').slice(0, MOST_OWNERS),
        states: states.rows.map(({ name, count }) => ({ state: name as ComponentState, count })),
        districts: districts.rows.map(({ name, count }) => ({ code: name, count })),
      };
    },
  };
}

function pageSql(
  conditions: Conditions,
  filter: ComponentFilter,
  reach: Reach,
  after: PageEnd | null,
  limit: number,
): { sql: string; values: unknown[] } {
  const wanted = componentConditions(conditions, filter, reach);
  if (filter.withCases) {
    wanted.ask(after?.cases ?? null, (most) => {
      return `(n.cases < ${most} OR (n.cases = ${most} AND p.key > ${wanted.parameter(after?.code)}))`;
    });
    const where = wanted.sql;
    const cases = casesWithin(reach, conditions);
    const sql = `SELECT p.key, ${FIELDS}, n.cases FROM component p
      JOIN (SELECT c.component, count(*)::int AS cases FROM city_case c
            WHERE c.component IS NOT NULL AND ${cases} GROUP BY 1) n ON n.component = p.key
      WHERE ${where} ORDER BY n.cases DESC, p.key LIMIT ${conditions.parameter(limit + 1)}`;
    return { sql, values: conditions.values };
  }
  wanted.ask(after?.code ?? null, (value) => `p.key > ${value}`);
  const where = wanted.sql;
  const cases = casesWithin(reach, conditions);
  // Counted for the rows of one page only: the register may hold a million.
  const sql = `SELECT p.*, (SELECT count(*)::int FROM city_case c WHERE c.component = p.key AND ${cases}) AS cases
    FROM (SELECT p.key, ${FIELDS} FROM component p WHERE ${where} ORDER BY p.key LIMIT ${conditions.parameter(limit + 1)}) p
    ORDER BY p.key`;
  return { sql, values: conditions.values };
}

/** Those of the reach's own district, by their codes. */
function ofReach(conditions: Conditions, reach: Reach, key: string): Conditions {
  const district = districtOfReach(reach);
  return conditions.ask(district && `${district}%`, (value) => `${key} LIKE ${value}`);
}

function componentConditions(conditions: Conditions, filter: ComponentFilter, reach: Reach): Conditions {
  ofReach(conditions, reach, 'p.key')
    .add('p.until IS NULL')
    .ask(filter.category, (value) => `p.category_key = ${value}`)
    .ask(filter.owner, (value) => `p.owner = ${value}`)
    .ask(filter.state, (value) => `p.state = ${value}`)
    .ask(
      filter.text && `%${filter.text.replaceAll(/[\\%_]/g, '\\$&')}%`,
      (value) =>
        `(p.key ILIKE ${value} OR p.name ILIKE ${value} OR p.owner ILIKE ${value} OR p.maintainer ILIKE ${value}
          OR p.supervisor ILIKE ${value} OR p.note ILIKE ${value})`,
    );
  const { place } = filter;
  if (place !== null && !isCityCode(place)) {
    const column = place.length <= DISTRICT_DIGITS ? 'p.key' : 'p.grid_code';
    conditions.ask(`${place.replaceAll(/[\\%_]/g, '\\$&')}%`, (value) => `${column} LIKE ${value}`);
  }
  return conditions;
}

/** The condition that some case within the reach names a component. */
function namedBy(conditions: Conditions, reach: Reach): string {
  return `EXISTS (SELECT 1 FROM city_case c WHERE c.component = p.key AND ${casesWithin(reach, conditions)})`;
}

/** The reach as a condition on a city_case that goes by `c`, with its values among those of `conditions`. */
function casesWithin(reach: Reach, conditions: Conditions): string {
  const own = new SharedConditions(conditions);
  return placeConditions(own, null, reach).sql;
}

/** Conditions of an inner question, numbered on with the outer one's values. */
class SharedConditions extends Conditions {
  readonly #outer: Conditions;
  constructor(outer: Conditions) {
    super();
    this.#outer = outer;
  }
  override parameter(value: unknown): string {
    return this.#outer.parameter(value);
  }
}
