// npm run access -- account|password|disable|enable|source|screen|revoke: who may come in. See USAGE.
import { randomBytes } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { createAuth, type Auth } from '#adapters/auth/auth.ts';
import { hashKey, keepIngestKey, keepScreenKey, randomKey, revokeKeys } from '#adapters/auth/keys.ts';
import { createAuditLog } from '#adapters/postgres/audit/audit-log.ts';
import { keptSecret } from '#adapters/postgres/kept-secret.ts';
import type { PersonRole } from '#application/account/account-port.ts';
import { createLogger } from '#adapters/telemetry/logger.ts';
import { readConfig } from '#config';
import { ROLES } from '#domain/account/role.ts';
import { isUserName } from '#domain/account/user-name.ts';
import { openStore, type OpenStore } from './import/store.ts';

const people = ROLES.filter((role): role is PersonRole => role !== 'screen' && role !== 'source');

const USAGE = `npm run access -- COMMAND [options]      beside a running server or alone
  account --username U --name N --role R --scope P [--department D]   make an account; its password is printed once,
          and changed at the first sign-in outside the demo
          roles: ${people.join(', ')}; scope: a place code, such as 120000 for the city
  password --username U        give an account a new password, printed once
  disable --username U         end its sessions and let it in no more; enable --username U opens it again
  source --id S --name-zh N --name-en N [--scope P] [--beat SECONDS]  a key for a system that reports, printed once
  screen --wall W --screen S [--scope P]                              a link for a wall screen, printed once
  revoke --key K               revoke an ingest or screen key; refused everywhere within 5 seconds`;

class UsageError extends Error {}

const options = {
  username: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  scope: { type: 'string' },
  department: { type: 'string' },
  id: { type: 'string' },
  'name-zh': { type: 'string' },
  'name-en': { type: 'string' },
  beat: { type: 'string' },
  wall: { type: 'string' },
  screen: { type: 'string' },
  key: { type: 'string' },
} as const;
type Values = { [Name in keyof typeof options]?: string | undefined };

type Work = { store: OpenStore; auth: Auth; city: string; url: string; note: Note; demo: boolean };
/** Writes an act down, as whoever has this machine did it. */
type Note = (act: string, subject: string, detail?: Record<string, string | null>) => Promise<void>;

const commands: Record<string, (values: Values, work: Work) => Promise<string>> = {
  async account(values, { auth, note, demo }) {
    const username = needed(values, 'username');
    if (!isUserName(username)) throw new UsageError('--username: 2 to 60 letters, digits, _ . @ or - without spaces');
    const role = roleOf(needed(values, 'role'));
    const department = values.department ?? null;
    if ((role === 'department') !== (department !== null)) throw new UsageError('--department goes with that role');
    const password = newPassword();
    const { name = username } = values;
    const made = await auth.createAccount({
      username,
      name,
      password,
      role,
      scope: needed(values, 'scope'),
      department,
      givenPassword: !demo,
    });
    if (!made) throw new UsageError(`the user name ${username} is taken`);
    await note('account.make', username, { name, role, scope: needed(values, 'scope'), department });
    return `${username} signs in with the password ${password}`;
  },
  async password(values, { auth, note, demo }) {
    const username = needed(values, 'username');
    const password = newPassword();
    if (!(await auth.setPassword(username, password, !demo))) throw new UsageError(`there is no account ${username}`);
    await note('account.password', username);
    return `${username} signs in with the password ${password}`;
  },
  async disable(values, { auth, note }) {
    await auth.setDisabled([needed(values, 'username')], true);
    await note('account.disable', needed(values, 'username'));
    return `${values.username} is let in no more`;
  },
  async enable(values, { auth, note }) {
    await auth.setDisabled([needed(values, 'username')], false);
    await note('account.enable', needed(values, 'username'));
    return `${values.username} may sign in`;
  },
  async source(values, { store, city, note }) {
    const id = needed(values, 'id');
    if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(id)) throw new UsageError('--id: small letters, digits and dashes');
    const scope = values.scope ?? city;
    await store.pool.query(
      `INSERT INTO source (id, name_zh, name_en, simulated, beat_seconds, district_code) VALUES ($1, $2, $3, FALSE, $4, $5)
       ON CONFLICT (id) DO UPDATE SET name_zh = EXCLUDED.name_zh, name_en = EXCLUDED.name_en`,
      [
        id,
        needed(values, 'name-zh'),
        needed(values, 'name-en'),
        secondsOf(values.beat ?? '300'),
        scope.endsWith('0000') ? null : scope.slice(0, 6),
      ],
    );
    const key = randomKey('source');
    await keepIngestKey(store.pool, { id: `${id}-${randomBytes(4).toString('hex')}`, sourceId: id, key, scope });
    await note('source.key', id, { scope });
    return `${id} sends with Authorization: Bearer ${key}`;
  },
  async screen(values, { store, city, url, note }) {
    const wall = needed(values, 'wall');
    const name = needed(values, 'screen');
    for (const word of [wall, name])
      if (!/^[\w-]{1,64}$/.test(word)) throw new UsageError(`${word}: letters, digits, - and _`);
    const key = randomKey('screen');
    await keepScreenKey(store.pool, { wall, name, key, scope: values.scope ?? city });
    await note('screen.key', `${wall}/${name}`);
    return `open once on that screen: ${url}/wall/${wall}/${name}?key=${key}`;
  },
  async revoke(values, { store, note }) {
    const revoked = await revokeKeys(store.pool, [needed(values, 'key')]);
    if (revoked > 0) await note('key.revoke', hashKey(needed(values, 'key')).slice(0, 12));
    return revoked > 0 ? 'revoked' : 'there is no such key, or it was revoked before';
  },
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const run = commands[positionals[0] ?? ''];
  if (run === undefined || positionals.length !== 1) throw new UsageError('which command?');
  const config = readConfig();
  const store = await openStore(config, 'citywall access', (line) => process.stderr.write(`${line}\n`));
  try {
    const secret = config.authSecret ?? (await keptSecret(config.dataDirectory, 'auth.secret'));
    const log = createLogger({ level: 'silent', node: 'access' });
    const auth = createAuth({ pool: store.pool, secret, publicUrl: config.publicUrl, log });
    const { rows } = await store.pool.query<{ code: string }>(`SELECT code FROM place WHERE level = 'city' LIMIT 1`);
    const audit = createAuditLog(store);
    const note: Note = (act, subject, detail = {}) =>
      audit.write({
        ...{ at: Date.now(), actor: { kind: 'system', id: 'access', name: userInfo().username }, role: 'nobody' },
        ...{ act, subject, result: 'done', detail, address: hostname() },
      });
    const url = config.publicUrl ?? `http://localhost:${config.port}`;
    process.stdout.write(
      `${await run(values, { store, auth, city: rows[0]?.code ?? '120000', url, note, demo: config.demo })}\n`,
    );
  } finally {
    await store.close();
  }
}

function needed(values: Values, name: keyof Values): string {
  const value = values[name]?.trim();
  if (!value) throw new UsageError(`--${name} is needed`);
  return value;
}

function roleOf(text: string): PersonRole {
  const role = people.find((candidate) => candidate === text);
  if (role === undefined) throw new UsageError(`--role: one of ${people.join(', ')}`);
  return role;
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 86_400) throw new UsageError('--beat: 1 to 86400 seconds');
  return seconds;
}

/** Long enough to be safe as it is, short enough to be typed once. */
function newPassword(): string {
  return randomBytes(12).toString('base64url');
}

main().catch((error: unknown) => {
  process.exitCode = 1;
  const message = error instanceof Error ? error.message : String(error);
  const code = (error as { code?: unknown }).code;
  const misused = error instanceof UsageError || (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS'));
  process.stderr.write(misused ? `${message}\n\n${USAGE}\n` : `${message}\n`);
});
