import { expect, it } from 'vitest';
import { Renewal, type SickReason } from '#client/heal/renewal.ts';

/** A renewal whose time passes as it waits; `replace` answers as given, then true. */
function renewal(answers: readonly boolean[] = []) {
  const done: string[] = [];
  let now = 1_000_000;
  const left = [...answers];
  const made = new Renewal({
    replace: async (why) => {
      done.push(`${why} ${now - 1_000_000}`);
      return left.shift() ?? true;
    },
    reload: () => void done.push(`reload ${now - 1_000_000}`),
    serverAnswers: async () => void done.push('asked'),
    wait: async (ms) => void (now += ms),
    now: () => now,
    random: () => 1,
  });
  return { ask: (why: SickReason) => made.ask(why), done };
}

it('asks the server before it prepares a page, and spreads what can wait', async () => {
  const { ask, done } = renewal();
  await ask('build');
  expect(done).toEqual(['asked', 'build 30000']);
});

it('does at once what is seen, but not twice within a minute', async () => {
  const { ask, done } = renewal();
  await ask('context');
  await ask('crash');
  expect(done).toEqual(['asked', 'context 0', 'asked', 'crash 60000']);
});

it('prepares one page at a time', async () => {
  const { ask, done } = renewal();
  await Promise.all([ask('heap'), ask('crash'), ask('build')]);
  expect(done).toEqual(['asked', 'heap 60000']);
});

it('tries again later and later, and loads the whole page as the last means', async () => {
  const { ask, done } = renewal([false, false, false, false, false]);
  await ask('context');
  expect(done.filter((line) => line !== 'asked')).toEqual([
    'context 0',
    'context 10000',
    'context 40000',
    'context 100000',
    'context 400000',
    'reload 400000',
  ]);
});

it('does not wait for a second page where no frames are drawn at all', async () => {
  const { ask, done } = renewal([false]);
  await ask('frames');
  expect(done).toEqual(['asked', 'frames 0', 'reload 0']);
});
