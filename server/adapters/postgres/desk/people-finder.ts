import type { Pool } from 'pg';
import type { Person } from '#application/account/account-port.ts';
import type { PeopleFinder } from '#application/mention/mentions.ts';
import { READERS } from '#wire/http/access.ts';
import { reported } from '../unavailable.ts';

const SELECT = `SELECT a.id, a.username, a.name, a.role, a.scope, a.department FROM account a
  LEFT JOIN department d ON d.code = a.department
  WHERE a.username IS NOT NULL AND NOT a.disabled AND a.role = ANY($1::text[])`;

/** Accounts that work with cases and may sign in, on the table of accounts. */
export function createPeopleFinder(pool: Pool): PeopleFinder {
  const roles = [...READERS];
  return {
    async byIds(ids) {
      const { rows } = await reported(pool.query<Person>(`${SELECT} AND a.id = ANY($2::text[])`, [roles, ids]));
      return rows;
    },
    async seers({ places, departments }, text, limit) {
      // A city's code is six digits that end in 00, and covers everything.
      const query = `${SELECT} AND (a.scope LIKE '____00' OR a.scope = ANY($2::text[]))
        AND (a.role <> 'department' OR a.department = ANY($3::text[]))
        AND ($4 = '%%' OR a.name ILIKE $4 OR a.username ILIKE $4 OR d.name_zh ILIKE $4 OR d.name_en ILIKE $4)
        ORDER BY (a.name ILIKE substr($4, 2) OR a.username ILIKE substr($4, 2)) DESC, a.name, a.username LIMIT $5`;
      const like = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
      const { rows } = await reported(pool.query<Person>(query, [roles, places, departments, like, limit]));
      return rows;
    },
  };
}
