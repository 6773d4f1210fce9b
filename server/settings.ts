import { isIP } from 'node:net';
import { z } from 'zod';

/** One environment variable: how it is written, what it falls back to, and what it does (for the README's table). */
export interface Setting<Value> {
  readonly name: string;
  /** Words that complete "'abc' is not …". */
  readonly expects: string;
  /** The text used when the variable is unset or empty; null means the setting is then absent. */
  readonly fallback: string | null;
  /** What the README says the default is, where the fallback text alone does not say it. */
  readonly fallbackSays?: string;
  readonly meaning: string;
  readonly schema: z.ZodType<Value, string>;
  /** A secret's value is never printed, not even when it is refused. */
  readonly secret?: true;
}

function setting<Value>(described: Setting<Value>): Setting<Value> {
  return described;
}

const onOrOff = z.enum(['on', 'off']).transform((word) => word === 'on');

function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
}

function address(...protocols: readonly string[]) {
  return z.string().refine((text) => {
    if (!URL.canParse(text)) return false;
    const url = new URL(text);
    return protocols.includes(url.protocol) && url.hostname !== '';
  });
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every setting there is, in the order the README prints them. Secrets and absent ones are read by config.ts alone. */
export const settings = {
  port: setting({
    name: 'PORT',
    expects: 'a whole number between 0 and 65535',
    fallback: '3000',
    meaning: 'The port for pages, the API and sockets; 0 takes any free one.',
    schema: wholeNumber(0, 65_535),
  }),
  host: setting({
    name: 'HOST',
    expects: 'an IP address or host name',
    fallback: '0.0.0.0',
    meaning: 'The address to listen on. Wall screens are other machines, so all by default.',
    schema: z
      .string()
      .refine((text) => isIP(text) !== 0 || /^(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text)),
  }),
  databaseUrl: setting({
    name: 'DATABASE_URL',
    expects: 'a postgres:// or postgresql:// address',
    fallback: null,
    fallbackSays: 'the embedded Postgres',
    meaning: 'An outside Postgres, version 14 or newer, instead of the embedded one.',
    schema: address('postgres:', 'postgresql:'),
    secret: true,
  }),
  redisUrl: setting({
    name: 'REDIS_URL',
    expects: 'a redis:// or rediss:// address',
    fallback: null,
    fallbackSays: 'none: one server alone',
    meaning: 'A Redis that carries events between several servers. It needs DATABASE_URL too.',
    schema: address('redis:', 'rediss:'),
    secret: true,
  }),
  dataDirectory: setting({
    name: 'CITYWALL_DATA_DIR',
    expects: 'a path',
    fallback: '.data',
    meaning: 'The folder of the embedded Postgres, its log and the kept secrets.',
    schema: z.string().refine((text) => !text.includes('\0')),
  }),
  city: setting({
    name: 'CITYWALL_CITY',
    expects: 'six digits that end in 00 or the path of a folder',
    fallback: '120000',
    meaning: 'The city: Tianjin, one of the folder cities (110000, 310000), or the path of a folder like those.',
    schema: z.string().refine((text) => !text.includes('\0') && (!/^\d+$/.test(text) || /^\d{4}00$/.test(text))),
  }),
  baseMap: setting({
    name: 'CITYWALL_BASE_MAP',
    expects: "'built-in', 'tianditu' or the path of a .pmtiles file",
    fallback: 'built-in',
    meaning:
      "Streets and waters under the map: the built-in outlines, a city's own PMTiles file (WGS-84 or CGCS2000), or Tianditu.",
    schema: z
      .string()
      .refine(
        (text) => text === 'built-in' || text === 'tianditu' || (!text.includes('\0') && /.\.pmtiles$/.test(text)),
      ),
  }),
  tiandituKey: setting({
    name: 'CITYWALL_TIANDITU_KEY',
    expects: 'the 32 letters and digits that Tianditu gave out',
    fallback: null,
    fallbackSays: 'none',
    meaning: 'The key of a Tianditu server application. It stays on the server, which fetches the tiles for its pages.',
    schema: z.string().regex(/^[0-9a-z]{32}$/i),
    secret: true,
  }),
  timeZone: setting({
    name: 'CITYWALL_TIME_ZONE',
    expects: 'an IANA time zone such as Asia/Shanghai',
    fallback: 'Asia/Shanghai',
    meaning: "The platform's own zone: its days, working hours and bulletins. The machine's zone is never used.",
    schema: z.string().refine(isTimeZone),
  }),
  demo: setting({
    name: 'CITYWALL_DEMO',
    expects: "'on' or 'off'",
    fallback: 'on',
    meaning: 'The simulated city and the demo accounts.',
    schema: onOrOff,
  }),
  demoSpeed: setting({
    name: 'CITYWALL_DEMO_SPEED',
    expects: 'a whole number between 1 and 600',
    fallback: '1',
    meaning: 'How many seconds of the simulated city pass in one second.',
    schema: wholeNumber(1, 600),
  }),
  demoSeed: setting({
    name: 'CITYWALL_DEMO_SEED',
    expects: 'a whole number between 0 and 4294967295',
    fallback: '1',
    meaning: 'The seed of the simulated city: the same seed gives the same days.',
    schema: wholeNumber(0, 4_294_967_295),
  }),
  logLevel: setting({
    name: 'CITYWALL_LOG_LEVEL',
    expects: `one of ${logLevels.join(', ')}`,
    fallback: 'info',
    meaning: 'How much the server logs.',
    schema: z.enum(logLevels),
  }),
  authSecret: setting({
    name: 'CITYWALL_AUTH_SECRET',
    expects: 'at least 32 characters',
    fallback: null,
    fallbackSays: 'made once and kept in the data folder',
    meaning: 'The key that signs sessions. Several servers must share one.',
    schema: z.string().min(32),
    secret: true,
  }),
  publicUrl: setting({
    name: 'CITYWALL_PUBLIC_URL',
    expects: 'an http:// or https:// origin without a path',
    fallback: null,
    fallbackSays: 'the address of the request',
    meaning: 'The origin that browsers use, when a proxy stands in front.',
    schema: address('http:', 'https:').refine(
      (text) => URL.canParse(text) && new URL(text).origin === text.replace(/\/$/, ''),
    ),
  }),
  totp: setting({
    name: 'CITYWALL_TOTP',
    expects: "'off', 'privileged' or 'all'",
    fallback: null,
    fallbackSays: '`privileged`; in the demo `off`',
    meaning: 'Whose sign-in needs a code of an authenticator app: nobody, who runs the platform, everybody.',
    schema: z.enum(['off', 'privileged', 'all']),
  }),
  sessionHours: setting({
    name: 'CITYWALL_SESSION_HOURS',
    expects: 'a whole number between 1 and 168',
    fallback: '12',
    meaning: 'After how many hours somebody signs in again, however busy.',
    schema: wholeNumber(1, 168),
  }),
  idleMinutes: setting({
    name: 'CITYWALL_IDLE_MINUTES',
    expects: 'a whole number between 0 and 1440',
    fallback: '120',
    meaning: 'After how many minutes without a request somebody signs in again; 0: never for that.',
    schema: wholeNumber(0, 1_440),
  }),
  signInTries: setting({
    name: 'CITYWALL_SIGN_IN_TRIES',
    expects: 'a whole number between 3 and 100',
    fallback: '5',
    meaning: 'How many wrong tries lock an account; six times as many lock an address.',
    schema: wholeNumber(3, 100),
  }),
  lockMinutes: setting({
    name: 'CITYWALL_LOCK_MINUTES',
    expects: 'a whole number between 1 and 1440',
    fallback: '15',
    meaning: 'How long such a lock lasts.',
    schema: wholeNumber(1, 1_440),
  }),
  auditDays: setting({
    name: 'CITYWALL_AUDIT_DAYS',
    expects: 'a whole number between 180 and 36500',
    fallback: null,
    fallbackSays: 'none: kept for ever',
    meaning: 'After how many days lines of the audit are removed; 180 at least.',
    schema: wholeNumber(180, 36_500),
  }),
  canarySeconds: setting({
    name: 'CITYWALL_CANARY',
    expects: 'a whole number between 0 and 600',
    fallback: '15',
    meaning: 'Seconds between probes from the ingest to the glass, whose age the walls show; 0: none.',
    schema: wholeNumber(0, 600),
  }),
  nodeId: setting({
    name: 'CITYWALL_NODE_ID',
    expects: '1 to 40 letters, digits, dots, dashes or underscores',
    fallback: null,
    fallbackSays: 'made at each start',
    meaning: "This server's name among several, in logs and leases.",
    schema: z.string().regex(/^[\w.-]{1,40}$/),
  }),
  trustProxy: setting({
    name: 'CITYWALL_TRUST_PROXY',
    expects: "'on' or 'off'",
    fallback: 'off',
    meaning: 'Whether to believe X-Forwarded-* headers; on only behind a proxy that sets them.',
    schema: onOrOff,
  }),
  strictTransport: setting({
    name: 'CITYWALL_HSTS',
    expects: "'off', 'host' or 'subdomains'",
    fallback: 'host',
    meaning:
      'Where browsers come by https: tells them to come by nothing else for a year, to this host or to those below it too.',
    schema: z.enum(['off', 'host', 'subdomains']),
  }),
  mode: setting({
    name: 'NODE_ENV',
    expects: "'production', 'development' or 'test'",
    fallback: 'development',
    fallbackSays: 'set by the npm scripts',
    meaning: 'Whether pages come from the production build or are built as they change.',
    schema: z.enum(['production', 'development', 'test']),
  }),
} as const;
