import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chainFirstLines } from '#adapters/postgres/audit/append-lines.ts';
import { createAuditLog } from '#adapters/postgres/audit/audit-log.ts';
import { createAuditTrail } from '#adapters/postgres/audit/audit-trail.ts';
import { pruneLines } from '#adapters/postgres/audit/prune-lines.ts';
import { verifyStored } from '#adapters/postgres/audit/read-chain.ts';
import { createPool } from '#adapters/postgres/pool.ts';
import type { AuditLine } from '#application/audit-trail/audit-line.ts';
import type { AuditFilter } from '#application/audit-trail/audit-trail.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres.ts';

const run = promisify(execFile);
const T0 = Date.parse('2026-11-23T08:00:00+08:00');
const DAY = 24 * 3_600_000;
const any: AuditFilter = { who: null, act: null, subject: null, result: null, since: null, until: null };

const line = (act: string, over: Partial<AuditLine> = {}): AuditLine => ({
  ...{ at: T0, actor: { kind: 'person', id: 'wang', name: '王小丫' }, role: 'duty-officer', act, subject: 'E1' },
  ...{ result: 'done', detail: { 'was.x': 1.5, x: 'é😀', none: null, yes: true, z: 1e21 }, address: '::1' },
  ...over,
});

let database: TestDatabase;
let pool: pg.Pool;
beforeEach(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url);
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});

/** As somebody does who has the database itself. */
async function tamper(sql: string): Promise<void> {
  await pool.query(`ALTER TABLE audit_line DISABLE TRIGGER USER; ${sql}; ALTER TABLE audit_line ENABLE TRIGGER USER`);
}

describe('the audit', () => {
  it('is one chain although two nodes write at once, and lines are written together', async () => {
    const other = createPool(database.url);
    const nodes = [createAuditLog({ pool }), createAuditLog({ pool: other })];
    await Promise.all(
      Array.from({ length: 2_000 }, (_, index) =>
        nodes[index % 2]!.write(line(`act.${index}`, { at: T0 + index, subject: `E${index}` })),
      ),
    );
    await other.end();
    expect(await verifyStored(pool)).toMatchObject({ sound: true, lines: 2_000, end: { no: 2_000 } });
    expect((await nodes[0]!.doneOf('act.7', 5)).map(({ subject }) => subject)).toEqual(['E7']);
  });

  it('chains what was written before there was a chain, once', async () => {
    const old = `INSERT INTO audit_line (at, actor_kind, actor_id, actor_name, role, act, subject, result, detail, address)
      VALUES (now(), 'person', 'li', '李', 'leader', 'sign-in', 'li', 'done', '{"b":1,"a":[]}', '')`;
    await pool.query(old);
    await pool.query(old);
    await createAuditLog({ pool }).write(line('case.accept'));
    expect(await verifyStored(pool)).toMatchObject({ sound: true, lines: 4 });
    const acts = await pool.query<{ act: string }>('SELECT act FROM audit_line ORDER BY no');
    expect(acts.rows.map(({ act }) => act)).toEqual(['sign-in', 'sign-in', 'audit.chain', 'case.accept']);
    await pool.query(old);
    const client = await pool.connect();
    expect(await chainFirstLines(client, T0)).toBe(4);
    client.release();
    expect(await verifyStored(pool)).toMatchObject({ sound: false, fault: { kind: 'loose' } });
  });

  it('refuses that a line is changed or removed', async () => {
    await createAuditLog({ pool }).write(line('case.accept'));
    await expect(pool.query(`UPDATE audit_line SET act = 'x'`)).rejects.toThrow(/never changed or removed/);
    await expect(pool.query('DELETE FROM audit_line')).rejects.toThrow(/never changed or removed/);
  });

  it.each([
    [`UPDATE audit_line SET subject = 'E2' WHERE no = 3`, { kind: 'changed', no: 3 }],
    [`UPDATE audit_line SET at = at + interval '1 ms' WHERE no = 2`, { kind: 'changed', no: 2 }],
    [`UPDATE audit_line SET detail = detail || '{"x":"y"}' WHERE no = 1`, { kind: 'changed', no: 1 }],
    [`DELETE FROM audit_line WHERE no = 2`, { kind: 'missing', no: 2 }],
    [`DELETE FROM audit_line WHERE no > 3`, { kind: 'missing', no: 4 }],
    [`UPDATE audit_head SET no = 4, hash = (SELECT hash FROM audit_line WHERE no = 4)`, { kind: 'behind-end', no: 5 }],
    [`UPDATE audit_line SET no = no + 1 WHERE no = 5`, { kind: 'missing', no: 5 }],
  ])('shows %s', async (sql, fault) => {
    const audit = createAuditLog({ pool });
    for (const act of ['a', 'b', 'c', 'd', 'e']) await audit.write(line(act));
    await tamper(sql);
    expect(await verifyStored(pool)).toMatchObject({ sound: false, fault });
  });

  it('keeps a line that the others came with, whatever one of them holds', async () => {
    const audit = createAuditLog({ pool });
    const odd = line('odd', { subject: 'a\0\ud800', actor: { kind: 'person', id: '', name: '\0' } });
    await Promise.all([audit.write(line('a')), audit.write(odd), audit.write(line('b'))]);
    expect(await verifyStored(pool)).toMatchObject({ sound: true, lines: 3 });
  });

  it('removes what was kept long enough, and the rest is a chain still', async () => {
    const audit = createAuditLog({ pool });
    for (let day = 0; day < 6; day++) await audit.write(line(`day.${day}`, { at: T0 + day * DAY }));
    expect(await pruneLines(pool, T0 + 3 * DAY, T0 + 9 * DAY)).toBe(3);
    expect(await pruneLines(pool, T0 + 3 * DAY, T0 + 9 * DAY)).toBe(0);
    await audit.write(line('later'));
    expect(await verifyStored(pool)).toMatchObject({ sound: true, lines: 5, first: 4, end: { no: 8 } });
    const { lines } = await createAuditTrail(pool, 180).search({ ...any, act: 'audit.' }, { before: null, limit: 9 });
    expect(lines).toMatchObject([{ act: 'audit.prune', detail: { lines: 3, through: 3 } }]);
  });

  it('is found by who, act, subject, result and span, page by page', async () => {
    const audit = createAuditLog({ pool });
    await pool.query(
      `INSERT INTO account (id, name, email, email_verified, username, role, scope, demo, disabled)
       VALUES ('li', '李四', 'l', TRUE, 'lisi', 'leader', '120000', FALSE, FALSE)`,
    );
    const li = { kind: 'person', id: 'li', name: '李四' } as const;
    await audit.write(line('case.accept', { subject: 'E0110-1' }));
    await audit.write(line('case.file', { subject: 'E0110-2', result: 'refused', at: T0 + 1 }));
    await audit.write(line('sign-in', { actor: li, subject: 'lisi', at: T0 + 2 }));
    const trail = createAuditTrail(pool, null);
    const found = async (filter: Partial<AuditFilter>): Promise<string[]> =>
      (await trail.search({ ...any, ...filter }, { before: null, limit: 10 })).lines.map(({ act }) => act);
    expect(await found({})).toEqual(['sign-in', 'case.file', 'case.accept']);
    expect(await found({ who: 'LiSi' })).toEqual(['sign-in']);
    expect(await found({ who: '王' })).toEqual(['case.file', 'case.accept']);
    expect(await found({ who: 'wang', act: 'case.a' })).toEqual(['case.accept']);
    expect(await found({ subject: 'E0110-' })).toEqual(['case.file', 'case.accept']);
    expect(await found({ result: 'refused' })).toEqual(['case.file']);
    expect(await found({ since: T0 + 1, until: T0 + 2 })).toEqual(['case.file']);
    expect(await found({ subject: `' OR 1=1 --` })).toEqual([]);
    expect(await trail.acts()).toEqual(['case.accept', 'case.file', 'sign-in']);
    const page = await trail.search(any, { before: null, limit: 2 });
    expect([page.lines.length, page.nextBefore]).toEqual([2, 2]);
    expect(await trail.search(any, { before: 2, limit: 2 })).toMatchObject({ lines: [{ no: 1 }], nextBefore: null });
    expect(page.lines[0]).toMatchObject({ ...line('sign-in', { actor: li, subject: 'lisi', at: T0 + 2 }), no: 3 });
    const [one, two] = [trail.verify(), trail.verify()];
    expect(one).toBe(two);
    expect(await one).toMatchObject({ sound: true });
  });
});

describe('npm run audit:verify', () => {
  const verify = async (...words: string[]): Promise<{ code: number; said: string }> => {
    const parameters = ['--import', 'tsx', 'scripts/audit-verify.ts', ...words];
    return run(process.execPath, parameters).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, said: stdout + stderr }),
    );
  };

  it('says 0, 1 or 2, and the first bad line', async () => {
    const audit = createAuditLog({ pool });
    for (const act of ['a', 'b', 'c']) await audit.write(line(act));
    const sound = await verify('--database-url', database.url);
    expect(sound).toMatchObject({ code: 0, said: expect.stringContaining('3 lines are sound') as string });
    const noted = /\d+:[0-9a-f]{64}/.exec(sound.said)?.[0] ?? '';
    expect(await verify('--database-url', database.url, '--noted', noted)).toMatchObject({ code: 0 });
    await tamper(`UPDATE audit_line SET actor_name = 'x' WHERE no = 2`);
    const broken = await verify('--database-url', database.url);
    expect(broken).toMatchObject({ code: 1, said: expect.stringContaining('line 2: ') as string });
    expect(await verify('--noted', 'x')).toMatchObject({ code: 2 });
    expect(await verify('--data-dir', '/nowhere')).toMatchObject({
      code: 2,
      said: expect.stringContaining('holds no store') as string,
    });
  });
});
