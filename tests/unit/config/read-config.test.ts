import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { ConfigError, readConfig, settingsTable } from '#config';
import { settings } from '../../../server/settings.ts';

function refusal(env: Record<string, string>): string {
  try {
    readConfig(env, '/somewhere');
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('expected the settings to be refused');
}

describe('readConfig', () => {
  it('needs nothing: an empty environment gives the defaults', () => {
    expect(readConfig({}, '/somewhere')).toEqual({
      port: 3000,
      host: '0.0.0.0',
      databaseUrl: null,
      redisUrl: null,
      dataDirectory: '/somewhere/.data',
      city: '120000',
      baseMap: 'built-in',
      tiandituKey: null,
      timeZone: 'Asia/Shanghai',
      demo: true,
      demoSpeed: 1,
      demoSeed: 1,
      logLevel: 'info',
      authSecret: null,
      publicUrl: null,
      totp: null,
      sessionHours: 12,
      idleMinutes: 120,
      signInTries: 5,
      lockMinutes: 15,
      auditDays: null,
      canarySeconds: 15,
      nodeId: null,
      trustProxy: false,
      strictTransport: 'host',
      mode: 'development',
    });
  });

  it('takes an empty or blank value for unset', () => {
    expect(readConfig({ PORT: '', REDIS_URL: '  ' }, '/somewhere')).toEqual(readConfig({}, '/somewhere'));
  });

  it('reads every setting', () => {
    const env = {
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: 'postgresql://city:secret@db.example.com/city',
      REDIS_URL: 'redis://cache.example.com:6379/1',
      CITYWALL_DATA_DIR: '/var/lib/citywall',
      CITYWALL_CITY: '310000',
      CITYWALL_BASE_MAP: 'tianditu',
      CITYWALL_TIANDITU_KEY: 'k'.repeat(32),
      CITYWALL_TIME_ZONE: 'Asia/Urumqi',
      CITYWALL_DEMO: 'off',
      CITYWALL_DEMO_SPEED: '600',
      CITYWALL_DEMO_SEED: '4294967295',
      CITYWALL_LOG_LEVEL: 'debug',
      CITYWALL_AUTH_SECRET: 'x'.repeat(32),
      CITYWALL_PUBLIC_URL: 'https://wall.example.com/',
      CITYWALL_TOTP: 'all',
      CITYWALL_SESSION_HOURS: '8',
      CITYWALL_IDLE_MINUTES: '0',
      CITYWALL_SIGN_IN_TRIES: '3',
      CITYWALL_LOCK_MINUTES: '60',
      CITYWALL_AUDIT_DAYS: '200',
      CITYWALL_CANARY: '0',
      CITYWALL_NODE_ID: 'node-1',
      CITYWALL_TRUST_PROXY: 'on',
      CITYWALL_HSTS: 'subdomains',
      NODE_ENV: 'production',
    };
    expect(new Set(Object.keys(env))).toEqual(new Set(Object.values(settings).map(({ name }) => name)));
    expect(readConfig(env, '/somewhere')).toEqual({
      port: 0,
      host: '127.0.0.1',
      databaseUrl: 'postgresql://city:secret@db.example.com/city',
      redisUrl: 'redis://cache.example.com:6379/1',
      dataDirectory: '/var/lib/citywall',
      city: '310000',
      baseMap: 'tianditu',
      tiandituKey: 'k'.repeat(32),
      timeZone: 'Asia/Urumqi',
      demo: false,
      demoSpeed: 600,
      demoSeed: 4_294_967_295,
      logLevel: 'debug',
      authSecret: 'x'.repeat(32),
      publicUrl: 'https://wall.example.com',
      totp: 'all',
      sessionHours: 8,
      idleMinutes: 0,
      signInTries: 3,
      lockMinutes: 60,
      auditDays: 200,
      canarySeconds: 0,
      nodeId: 'node-1',
      trustProxy: true,
      strictTransport: 'subdomains',
      mode: 'production',
    });
  });

  it.each([
    ['CITYWALL_CITY', '31', "CITYWALL_CITY: '31' is not six digits that end in 00 or the path of a folder"],
    ['PORT', 'abc', "PORT: 'abc' is not a whole number between 0 and 65535"],
    ['PORT', '65536', "PORT: '65536' is not a whole number between 0 and 65535"],
    ['PORT', '-1', "PORT: '-1' is not a whole number between 0 and 65535"],
    ['PORT', '3e3', "PORT: '3e3' is not a whole number between 0 and 65535"],
    ['HOST', 'no host', "HOST: 'no host' is not an IP address or host name"],
    ['CITYWALL_TIME_ZONE', 'Beijing', "CITYWALL_TIME_ZONE: 'Beijing' is not an IANA time zone such as Asia/Shanghai"],
    ['CITYWALL_DEMO', 'true', "CITYWALL_DEMO: 'true' is not 'on' or 'off'"],
    ['CITYWALL_DEMO_SPEED', '601', "CITYWALL_DEMO_SPEED: '601' is not a whole number between 1 and 600"],
    [
      'CITYWALL_PUBLIC_URL',
      'https://a.example.com/x',
      "CITYWALL_PUBLIC_URL: 'https://a.example.com/x' is not an http:// or https:// origin without a path",
    ],
    ['CITYWALL_NODE_ID', 'a b', "CITYWALL_NODE_ID: 'a b' is not 1 to 40 letters, digits, dots, dashes or underscores"],
    ['PORT', '1\n2', "PORT: '1?2' is not a whole number between 0 and 65535"],
  ])('refuses %s=%s by name in one line', (name, value, line) => {
    expect(refusal({ [name]: value })).toBe(line);
  });

  it('never prints a secret, not even a refused one', () => {
    expect(refusal({ DATABASE_URL: 'mysql://root:hunter2@db/x' })).toBe(
      'DATABASE_URL: the value is not a postgres:// or postgresql:// address',
    );
    expect(refusal({ CITYWALL_AUTH_SECRET: 'hunter2' })).toBe(
      'CITYWALL_AUTH_SECRET: the value is not at least 32 characters',
    );
  });

  it('names every fault at once', () => {
    expect(refusal({ PORT: 'x', CITYWALL_DEMO: 'y' }).split('\n')).toHaveLength(2);
  });

  it('refuses an unknown CITYWALL_ name and suggests the nearest', () => {
    expect(refusal({ CITYWALL_DATADIR: '/x' })).toBe(
      'CITYWALL_DATADIR: there is no such setting; did you mean CITYWALL_DATA_DIR?',
    );
    expect(refusal({ CITYWALL_TIMEZONE: 'UTC' })).toContain('did you mean CITYWALL_TIME_ZONE?');
  });

  it("leaves the tests' own variables and foreign names alone", () => {
    expect(() => readConfig({ CITYWALL_TEST_DATA: '/x', PATH: '/bin' }, '/somewhere')).not.toThrow();
  });

  it('takes a base map by its file or by name, and Tianditu with its key alone', () => {
    expect(readConfig({ CITYWALL_BASE_MAP: 'maps/city.pmtiles' }, '/x').baseMap).toBe('maps/city.pmtiles');
    expect(refusal({ CITYWALL_BASE_MAP: 'city.mbtiles' })).toMatch(/^CITYWALL_BASE_MAP: 'city.mbtiles' is not/);
    expect(refusal({ CITYWALL_BASE_MAP: 'tianditu' })).toMatch(/^CITYWALL_TIANDITU_KEY: /);
    expect(refusal({ CITYWALL_BASE_MAP: 'tianditu', CITYWALL_TIANDITU_KEY: 'short' })).not.toContain('short');
    const key = 'a'.repeat(32);
    expect(readConfig({ CITYWALL_BASE_MAP: 'tianditu', CITYWALL_TIANDITU_KEY: key }, '/x').tiandituKey).toBe(key);
  });

  it('refuses Redis without a shared Postgres', () => {
    expect(refusal({ REDIS_URL: 'redis://localhost' })).toContain('DATABASE_URL must be set too');
  });
});

describe("the README's table", () => {
  /** Prettier pads the cells: only their words count. */
  const cells = (table: string) =>
    table
      .trim()
      .split('\n')
      .map((row) => row.split('|').map((cell) => cell.trim().replace(/^-+$/, '---')));

  it('has every setting as it is (npx tsx scripts/settings.ts --table prints it)', () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
    const table = /<!-- settings -->\n([\s\S]*?)<!-- \/settings -->/.exec(readme)?.[1] ?? '';
    expect(cells(table)).toEqual(cells(settingsTable()));
  });
});
