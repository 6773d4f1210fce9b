import { createHash, createHmac, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { PlaceScope, Principal } from '#domain/account/role.ts';
import { screenPrincipalId } from '#domain/screen/screen.ts';

/** Keys of machines: `cwk_…` of a source, `cws_…` of a screen. Stored is only their SHA-256. */
export type KeyKind = 'source' | 'screen';
const prefixes: Record<KeyKind, string> = { source: 'cwk_', screen: 'cws_' };
const keyPattern = /^cw([ks])_[\w-]{20,100}$/;

/** A revoked key is refused everywhere within this time. */
export const KEY_MEMORY_MS = 5_000;
/** A screen's sooner, so that nothing is left on its glass; screens ask less often than sources send. */
const SCREEN_KEY_MEMORY_MS = 1_000;
const mostRemembered = 10_000;

export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** A new key with 192 random bits. */
export function randomKey(kind: KeyKind): string {
  return prefixes[kind] + randomBytes(24).toString('base64url');
}

/** The same key from the same secret and purpose, so that it can be shown again at every start without being stored. */
export function derivedKey(kind: KeyKind, secret: string, purpose: string): string {
  return prefixes[kind] + createHmac('sha256', secret).update(`citywall ${kind} ${purpose}`).digest('base64url');
}

/** Which kind of key a text is, null for none. */
export function kindOfKey(text: string): KeyKind | null {
  const letter = keyPattern.exec(text)?.[1];
  return letter === undefined ? null : letter === 'k' ? 'source' : 'screen';
}

/** Whom a key stands for; a screen's also says which screen it is. */
export type KeyHolder = { principal: Principal; screen: { wall: string; name: string } | null };

/** Looks keys up, remembering each answer (yes or no) for at most 5 seconds. */
export class KeyBook {
  private readonly pool: pg.Pool;
  private readonly remembered = new Map<string, { holder: Promise<KeyHolder | null>; until: number }>();

  constructor(pool: pg.Pool) {
    this.pool = pool;
  }

  /** Null for anything that is no valid key. Rejects when the database cannot answer. */
  async holderOf(key: string): Promise<KeyHolder | null> {
    const kind = kindOfKey(key);
    if (kind === null) return null;
    const hash = hashKey(key);
    const now = performance.now();
    const known = this.remembered.get(hash);
    if (known && known.until > now) return known.holder;
    if (this.remembered.size >= mostRemembered) this.remembered.clear();
    const holder = kind === 'source' ? this.sourceOf(hash) : this.screenOf(hash);
    this.remembered.set(hash, { holder, until: now + (kind === 'source' ? KEY_MEMORY_MS : SCREEN_KEY_MEMORY_MS) });
    // What could not be answered isn't remembered.
    holder.catch(() => this.remembered.delete(hash));
    return holder;
  }

  /** Forgets every answer: somebody's right has just ended here. */
  forget(): void {
    this.remembered.clear();
  }

  private async sourceOf(hash: string): Promise<KeyHolder | null> {
    const { rows } = await this.pool.query<{ id: string; name: string; scope: PlaceScope }>(
      `SELECT s.id, s.name_zh AS name, k.scope FROM ingest_key k JOIN source s ON s.id = k.source_id
        WHERE k.hash = $1 AND k.revoked_at IS NULL`,
      [hash],
    );
    const row = rows[0];
    if (!row) return null;
    return { principal: { kind: 'source', ...row, role: 'source', department: null }, screen: null };
  }

  private async screenOf(hash: string): Promise<KeyHolder | null> {
    const { rows } = await this.pool.query<{ wall: string; name: string; scope: PlaceScope }>(
      'SELECT wall, name, scope FROM screen WHERE hash = $1 AND revoked_at IS NULL',
      [hash],
    );
    const row = rows[0];
    if (!row) return null;
    const { wall, name, scope } = row;
    const id = `${wall}/${name}`;
    return {
      principal: {
        ...{ kind: 'system', id: screenPrincipalId(id), name: id, role: 'screen', scope, department: null },
        key: hash,
      },
      screen: { wall, name },
    };
  }
}

/** Lets a source send with this key; giving the same key again renews it. `id` names the key among the source's. */
export async function keepIngestKey(
  pool: pg.Pool,
  { id, sourceId, key, scope }: { id: string; sourceId: string; key: string; scope: PlaceScope },
): Promise<void> {
  await pool.query(
    `INSERT INTO ingest_key (id, source_id, hash, scope) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET source_id = EXCLUDED.source_id, hash = EXCLUDED.hash, scope = EXCLUDED.scope,
       revoked_at = NULL`,
    [id, sourceId, hashKey(key), scope],
  );
}

/** A screen's key with what is settled with it. Without `approvedBy` nobody let it in but the machine's own operator. */
export type ScreenKey = {
  wall: string;
  name: string;
  key: string;
  scope: PlaceScope;
  label?: string;
  approvedBy?: string;
};

/** Lets a screen of a wall read with this key; a screen has one key at a time. Without a label it keeps its own. */
export async function keepScreenKey(pool: pg.Pool, given: ScreenKey): Promise<void> {
  const { wall, name, key, scope, label = null, approvedBy = '' } = given;
  await pool.query(
    `INSERT INTO screen (id, wall, name, hash, scope, label, approved_by)
     VALUES ($1, $2, $3, $4, $5, COALESCE($6, ''), $7)
     ON CONFLICT (wall, name) DO UPDATE SET hash = EXCLUDED.hash, scope = EXCLUDED.scope, revoked_at = NULL,
       label = COALESCE($6, screen.label), approved_by = EXCLUDED.approved_by, pattern_until = NULL,
       keyed_at = CASE WHEN screen.hash = EXCLUDED.hash THEN screen.keyed_at ELSE now() END`,
    [`${wall}/${name}`, wall, name, hashKey(key), scope, label, approvedBy],
  );
}

/** The same for a key of the demo: it takes no place that somebody let another screen into. */
export async function keepDemoScreenKey(pool: pg.Pool, given: ScreenKey): Promise<void> {
  const { rows } = await pool.query<{ by: string }>(
    'SELECT approved_by AS by FROM screen WHERE wall = $1 AND name = $2 AND revoked_at IS NULL',
    [given.wall, given.name],
  );
  if ((rows[0]?.by ?? '') === '') await keepScreenKey(pool, given);
}

/** Revokes keys of either kind; unknown ones are ignored. Answers how many were valid until now. */
export async function revokeKeys(pool: pg.Pool, keys: readonly string[]): Promise<number> {
  const hashes = keys.map(hashKey);
  let revoked = 0;
  for (const table of ['ingest_key', 'screen']) {
    const { rowCount } = await pool.query(
      `UPDATE ${table} SET revoked_at = now() WHERE hash = ANY($1) AND revoked_at IS NULL`,
      [hashes],
    );
    revoked += rowCount ?? 0;
  }
  return revoked;
}

/** Sources that hold a key that is good: only these can be heard. */
export async function sourcesWithKeys(pool: pg.Pool): Promise<Set<string>> {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT DISTINCT source_id AS id FROM ingest_key WHERE revoked_at IS NULL',
  );
  return new Set(rows.map(({ id }) => id));
}
