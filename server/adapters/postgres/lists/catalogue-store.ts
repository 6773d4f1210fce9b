import type { Pool, PoolClient } from 'pg';
import type { Category } from '#domain/category/category.ts';
import type { FilingCondition } from '#domain/category/condition.ts';
import type { EntryStore } from '#application/lists/entry-list.ts';
import type { HandbookFacts } from '#application/lists/handbook-list.ts';
import type { Database } from '../client.ts';
import { categoryOf, conditionOf } from '../queries/catalogue-rows.ts';
import { writeRows } from '../seed/seed-city.ts';
import { CATEGORIES, CONDITIONS } from '../seed/seed-columns.ts';
import { reported } from '../unavailable.ts';
import { createEntryStore } from './entry-store.ts';
import { CATEGORY_ROW, CONDITION_ROW } from './row-sql.ts';

type Client = Pick<PoolClient, 'query'>;

// Categories that an import of foreign cases brought along belong to no code system of ours and are no part of the list.
const READ_CATEGORIES = `SELECT ${CATEGORY_ROW} FROM category
  WHERE retired_at IS NULL AND code_system IN (SELECT id FROM code_system) ORDER BY ordinal`;
const READ_CONDITIONS = `SELECT ${CONDITION_ROW} FROM filing_condition
  WHERE retired_at IS NULL ORDER BY category_key, condition_no`;

/** The catalogue's list: categories in use. What it drops is retired, because cases keep what they were filed under. */
export function createCatalogueStore(pool: Pool): EntryStore<Category> {
  return createEntryStore<Category>(pool, {
    kind: 'catalogue',
    seedPart: 'catalogue',
    async read(client) {
      const { rows } = await client.query<Parameters<typeof categoryOf>[0]>(READ_CATEGORIES);
      return rows.map(categoryOf);
    },
    async write(client, entries) {
      const systems = [...new Set(entries.map(({ codeSystem }) => codeSystem))];
      await client.query(
        `INSERT INTO code_system (id, name_zh, name_en, attested, source)
         SELECT id, id, id, 'own', 'the city''s own list' FROM unnest($1::text[]) AS id ON CONFLICT DO NOTHING`,
        [systems],
      );
      await writeRows(client, CATEGORIES, entries);
      await client.query(
        `UPDATE category SET retired_at = now() WHERE retired_at IS NULL
         AND code_system IN (SELECT id FROM code_system) AND NOT key = ANY($1::text[])`,
        [entries.map(({ key }) => key)],
      );
    },
  });
}

/** The handbook's list: filing conditions in use. */
export function createHandbookStore(pool: Pool): EntryStore<FilingCondition> {
  return createEntryStore<FilingCondition>(pool, {
    kind: 'handbook',
    seedPart: 'catalogue',
    async read(client) {
      const { rows } = await client.query<Parameters<typeof conditionOf>[0]>(READ_CONDITIONS);
      return rows.map(conditionOf);
    },
    async write(client: Client, entries) {
      await writeRows(client, CONDITIONS, entries);
      const names = entries.map(({ categoryKey, conditionNo }) => `${categoryKey}#${conditionNo}`);
      await client.query(
        `UPDATE filing_condition SET retired_at = now()
         WHERE retired_at IS NULL AND NOT category_key || '#' || condition_no = ANY($1::text[])`,
        [names],
      );
    },
  });
}

/** What the handbook's list looks up: categories in use, and every condition there ever was. */
export function createHandbookFacts({ prisma }: Pick<Database, 'prisma'>): HandbookFacts {
  return async () => {
    const [categories, conditions] = await reported(
      Promise.all([
        prisma.category.findMany({ where: { retiredAt: null }, orderBy: { ordinal: 'asc' } }),
        prisma.filingCondition.findMany(),
      ]),
    );
    return { categories: categories.map(categoryOf), conditions: conditions.map(conditionOf) };
  };
}
