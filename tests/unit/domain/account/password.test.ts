import { describe, expect, it } from 'vitest';
import { afterFailure, lockedUntil, type Tries } from '#domain/account/lock-out.ts';
import { faultOfPassword } from '#domain/account/password.ts';
import { needsCode } from '#domain/account/sign-in-rules.ts';

const rules = { least: 12, refuseCommon: true };
const fault = (password: string, username = 'zhang.san') => faultOfPassword(password, username, rules);

describe('a password', () => {
  it.each([
    ['heping-luf', 'short'],
    ['x'.repeat(129), 'long'],
    ['aaaaaaaaaaaaaa', 'repeats'],
    ['123412341234', 'repeats'],
    ['zhang.san2026', 'name'],
    ['Password1234', 'common'],
    ['P@ssw0rd123456', 'common'],
    ['admin@123456', 'common'],
    ['Tianjin@20261', 'common'],
    ['qwertyuiop123', 'common'],
    ['1qaz2wsx3edc', 'common'],
    ['woaini5201314', 'common'],
    ['citywall-demo', 'common'],
    ['abcdefghijkl', 'common'],
  ])('%s is refused: %s', (password, why) => {
    expect(fault(password)).toBe(why);
  });

  it.each(['heping-luffa-77', 'another-gourd-8', '海河边的第三棵柳树很高', 'qF3vX9mLrT2sWd0A', 'three wet ducks sing'])(
    '%s may be used',
    (password) => expect(fault(password, 'li')).toBe([...password].length < 12 ? 'short' : null),
  );

  it('is held to its length alone where common ones may be used', () => {
    expect(faultOfPassword('citywall-demo', 'duty', { least: 10, refuseCommon: false })).toBeNull();
  });
});

describe('wrong tries', () => {
  const lock = { tries: 3, lockMs: 1_000 };
  const after = (times: readonly number[]): Tries =>
    times.reduce<Tries | null>((tries, now) => afterFailure(tries, lock, now), null)!;

  it('lock when there are so many within the time of a lock, and the lock ends', () => {
    expect(lockedUntil(after([0, 10]), 20)).toBeNull();
    expect(lockedUntil(after([0, 10, 20]), 30)).toBe(1_020);
    expect(lockedUntil(after([0, 10, 20]), 1_020)).toBeNull();
    expect(lockedUntil(after([0, 10, 1_500]), 1_500)).toBeNull();
    expect(lockedUntil(null, 0)).toBeNull();
  });

  it('leave a lock as it stands, and begin a new count after it', () => {
    expect(after([0, 10, 20, 500])).toEqual(after([0, 10, 20]));
    expect(after([0, 10, 20, 1_100])).toEqual({ failures: 1, since: 1_100, lockedUntil: null });
  });
});

it('a code is needed by those who run the platform, by all, or by nobody', () => {
  expect(needsCode('auditor', 'privileged')).toBe(true);
  expect(needsCode('duty-officer', 'privileged')).toBe(false);
  expect(needsCode('duty-officer', 'all')).toBe(true);
  expect(needsCode('administrator', 'off')).toBe(false);
});
