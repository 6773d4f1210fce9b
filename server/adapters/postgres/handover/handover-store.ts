import type { Pool } from 'pg';
import type { HandoverStore, StoredHandover } from '#application/handover/handover-port.ts';
import { isCityCode } from '#domain/place/code.ts';
import { instantSql } from '../columns.ts';
import { reported } from '../unavailable.ts';

const HEAD = `h.id, h.scope, h.hash, ${instantSql('h.since')} AS since, ${instantSql('h.at')} AS at,
  ${signatureSql('l')} AS leaves, CASE WHEN c.part IS NULL THEN NULL ELSE ${signatureSql('c')} END AS comes,
  ${instantSql('p.at')} AS "putAwayAt"`;
const FROM = `FROM handover h
  JOIN handover_signature l ON l.handover_id = h.id AND l.part = 'leaves'
  LEFT JOIN handover_signature c ON c.handover_id = h.id AND c.part = 'comes'
  LEFT JOIN handover_put_away p ON p.handover_id = h.id AND p.person_id = $1`;
// In one statement, so that no handover is ever without its first name.
const ADD = `WITH added AS (
  INSERT INTO handover (id, scope, since, at, hash, content) VALUES ($1, $2, to_timestamp($3::float8 / 1000),
    to_timestamp($4::float8 / 1000), $5, $6) ON CONFLICT (id) DO NOTHING RETURNING id, at
)
INSERT INTO handover_signature (handover_id, part, person_id, person_name, role, address, at)
SELECT id, 'leaves', $7, $8, $9, $10, at FROM added`;
const SIGN = `INSERT INTO handover_signature (handover_id, part, person_id, person_name, role, address, at)
  VALUES ($1, 'comes', $2, $3, $4, $5, to_timestamp($6::float8 / 1000)) ON CONFLICT DO NOTHING`;

/** Handovers, one row each, with at most two signatures; nothing is written over. */
export function createHandoverStore(pool: Pool): HandoverStore {
  return {
    async add({ id, scope, since, at, hash, text, leaves: { id: personId, name, role, address } }) {
      const values = [id, scope, since, at, hash, text, personId, name, role, address];
      return (await reported(pool.query(ADD, values))).rowCount === 1;
    },
    async get(id, reader) {
      const text = `SELECT ${HEAD}, h.content AS text ${FROM} WHERE h.id = $2`;
      return (await reported(pool.query<StoredHandover>(text, [reader, id]))).rows[0] ?? null;
    },
    async list(scope, reader, limit) {
      const within = isCityCode(scope) ? 'true' : `h.scope LIKE $3 || '%'`;
      const text = `SELECT ${HEAD} ${FROM} WHERE ${within} ORDER BY h.at DESC, h.id LIMIT $2`;
      const values = isCityCode(scope) ? [reader, limit] : [reader, limit, scope];
      return (await reported(pool.query<Omit<StoredHandover, 'text'>>(text, values))).rows;
    },
    async sign(id, { id: personId, name, role, address, at }) {
      return (await reported(pool.query(SIGN, [id, personId, name, role, address, at]))).rowCount === 1;
    },
    async putAway(id, reader, at) {
      const text = `INSERT INTO handover_put_away (handover_id, person_id, at)
        VALUES ($1, $2, to_timestamp($3::float8 / 1000)) ON CONFLICT DO NOTHING`;
      await reported(pool.query(text, [id, reader, at]));
    },
    async lastAt(scope) {
      const text = `SELECT ${instantSql('max(h.at)')} AS at FROM handover h WHERE h.scope = $1`;
      return (await reported(pool.query<{ at: number | null }>(text, [scope]))).rows[0]?.at ?? null;
    },
  };
}

function signatureSql(row: string): string {
  return `jsonb_build_object('id', ${row}.person_id, 'name', ${row}.person_name, 'role', ${row}.role,
    'address', ${row}.address, 'at', ${instantSql(`${row}.at`)})`;
}
