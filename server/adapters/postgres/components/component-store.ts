import type { Pool } from 'pg';
import type { ComponentHistory } from '#application/component/component-queries.ts';
import type { RegisterStore } from '#application/lists/register.ts';
import type { Component } from '#domain/component/component.ts';
import type { Column } from '../columns.ts';
import { SUMMARY_SQL, summaryOfRow, type SummaryRow } from '../case-log/case-columns.ts';
import { caseConditions, Conditions } from '../queries/conditions.ts';
import { createRegisterStore } from '../register/register-store.ts';
import { reported } from '../unavailable.ts';

/** The columns of a component beside its key. */
export const COMPONENT_COLUMNS: readonly Column<Component>[] = [
  { name: 'scheme', type: 'text', of: (it) => it.scheme },
  { name: 'category_key', type: 'text', of: (it) => it.categoryKey },
  { name: 'name', type: 'text', of: (it) => it.name },
  { name: 'owner', type: 'text', of: (it) => it.owner },
  { name: 'maintainer', type: 'text', of: (it) => it.maintainer },
  { name: 'supervisor', type: 'text', of: (it) => it.supervisor },
  { name: 'grid_code', type: 'text', of: (it) => it.gridCode },
  { name: 'state', type: 'text', of: (it) => it.state },
  { name: 'installed_on', type: 'text', of: (it) => it.installedOn },
  { name: 'changed_on', type: 'text', of: (it) => it.changedOn },
  { name: 'accuracy', type: 'text', of: (it) => it.accuracy },
  { name: 'lon', type: 'float', of: (it) => it.position.lon },
  { name: 'lat', type: 'float', of: (it) => it.position.lat },
  { name: 'source', type: 'text', of: (it) => it.source },
  { name: 'note', type: 'text', of: (it) => it.note },
  { name: 'simulated', type: 'boolean', of: (it) => it.simulated },
];

/** A component as its row has it. */
export function componentOfRow(row: Record<string, unknown>): Component {
  return {
    code: row['key'] as string,
    scheme: row['scheme'] as string,
    categoryKey: row['category_key'] as string,
    name: row['name'] as string,
    owner: row['owner'] as string,
    maintainer: row['maintainer'] as string,
    supervisor: row['supervisor'] as string,
    gridCode: row['grid_code'] as string | null,
    state: row['state'] as Component['state'],
    installedOn: row['installed_on'] as string | null,
    changedOn: row['changed_on'] as string | null,
    accuracy: row['accuracy'] as Component['accuracy'],
    position: { lon: row['lon'] as number, lat: row['lat'] as number },
    source: row['source'] as string,
    note: row['note'] as string,
    simulated: row['simulated'] as boolean,
  };
}

/** The register of components with its versions. */
export function createComponentStore(pool: Pool): RegisterStore<Component> {
  return createRegisterStore<Component>(pool, {
    register: 'components',
    table: 'component',
    columns: COMPONENT_COLUMNS,
    rowOf: componentOfRow,
  });
}

const NO_FILTER = { place: null, category: null, phases: null, source: null, overdue: null } as const;
const NO_MORE_FILTER = { open: null, since: null, until: null, text: null } as const;

/** Cases that name a component, newest first, within somebody's reach. */
export function createComponentHistory(pool: Pool): ComponentHistory {
  return {
    async casesOf(code, reach, most) {
      const conditions = caseConditions(new Conditions(), { ...NO_FILTER, ...NO_MORE_FILTER }, reach, 0);
      conditions.ask(code, (value) => `c.component = ${value}`);
      const text = `SELECT ${SUMMARY_SQL} FROM city_case c WHERE ${conditions.sql}
        ORDER BY c.id DESC LIMIT ${conditions.parameter(most)}`;
      const { rows } = await reported(pool.query<SummaryRow>(text, conditions.values));
      return rows.map(summaryOfRow);
    },
  };
}
