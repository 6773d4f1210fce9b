import { resolve } from 'node:path';
import { settings, type Setting } from './settings.ts';

type Optional =
  'databaseUrl' | 'redisUrl' | 'tiandituKey' | 'authSecret' | 'publicUrl' | 'totp' | 'auditDays' | 'nodeId';

/** Everything the server may be told from outside. Absent optional settings are null; `dataDirectory` is absolute. */
export type Config = {
  readonly [Key in keyof typeof settings]: (typeof settings)[Key] extends Setting<infer Value>
    ? Key extends Optional
      ? Value | null
      : Value
    : never;
};

/** The settings cannot be used. `message` has one line for each variable at fault, beginning with its name. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const prefix = 'CITYWALL_';
/** Read by the tests alone; no business of the server's, yet no misspelling either. */
const testPrefix = 'CITYWALL_TEST_';

/**
 * Reads all settings from the environment.
 *
 * @param env the environment; an empty value counts as unset.
 * @param workingDirectory what a relative `CITYWALL_DATA_DIR` starts from.
 * @throws ConfigError naming every wrong, unknown or contradictory variable at once.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
  workingDirectory = process.cwd(),
): Config {
  const faults = unknownNames(env);
  const values: Record<string, unknown> = {};
  for (const [key, described] of Object.entries<Setting<unknown>>(settings)) {
    const given = env[described.name]?.trim();
    const text = given === undefined || given === '' ? described.fallback : given;
    if (text === null) {
      values[key] = null;
      continue;
    }
    const parsed = described.schema.safeParse(text);
    if (parsed.success) values[key] = parsed.data;
    else
      faults.push(
        `${described.name}: ${described.secret ? 'the value' : `'${printable(text)}'`} is not ${described.expects}`,
      );
  }
  if (values['redisUrl'] && values['databaseUrl'] === null && faults.length === 0) {
    faults.push('REDIS_URL: it joins servers that share one Postgres, so DATABASE_URL must be set too');
  }
  if (values['baseMap'] === 'tianditu' && values['tiandituKey'] === null) {
    faults.push("CITYWALL_TIANDITU_KEY: CITYWALL_BASE_MAP is 'tianditu', which needs a key");
  }
  if (faults.length > 0) throw new ConfigError(faults.join('\n'));
  const config = values as unknown as Config;
  return {
    ...config,
    dataDirectory: resolve(workingDirectory, config.dataDirectory),
    publicUrl: config.publicUrl === null ? null : new URL(config.publicUrl).origin,
  };
}

/** The README's table of settings, in Markdown. */
export function settingsTable(): string {
  const rows = Object.values<Setting<unknown>>(settings).map(
    ({ name, fallback, fallbackSays, meaning }) =>
      `| \`${name}\` | ${fallbackSays ?? `\`${fallback}\``} | ${meaning} |`,
  );
  return ['| setting | default | what it does |', '| --- | --- | --- |', ...rows].join('\n');
}

function unknownNames(env: Readonly<Record<string, string | undefined>>): string[] {
  const known = Object.values<Setting<unknown>>(settings).map(({ name }) => name);
  return Object.keys(env)
    .filter((name) => name.startsWith(prefix) && !name.startsWith(testPrefix) && !known.includes(name))
    .sort()
    .map((name) => `${name}: there is no such setting; did you mean ${nearest(name, known)}?`);
}

function nearest(name: string, known: readonly string[]): string {
  const own = known.filter((candidate) => candidate.startsWith(prefix));
  return own.reduce((best, candidate) => (distance(name, candidate) < distance(name, best) ? candidate : best));
}

/** Levenshtein distance: how many letters must be put in, left out or changed. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 1; line <= from.length; line++) {
    const next = [line];
    for (let column = 1; column <= to.length; column++) {
      const changed = (row[column - 1] ?? 0) + (from[line - 1] === to[column - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/** Keeps a refused value to one short line, whatever it holds. */
function printable(text: string): string {
  const oneLine = text.replace(/[\p{Cc}\p{Cf}]/gu, '?');
  return oneLine.length > 60 ? `${oneLine.slice(0, 60)}…` : oneLine;
}
