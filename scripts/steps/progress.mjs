/** What stops a script for a reason that a person can mend: printed as one line, without a stack. */
export class Refusal extends Error {}

const began = performance.now();

/** Seconds since the script began. */
export function elapsed() {
  return (performance.now() - began) / 1000;
}

/** @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Runs one step: says that it begins, every ten seconds that it still goes on, and how long it took. `work` may call
 * the function that it gets with what it is doing just now.
 *
 * @template Result
 * @param {string} name
 * @param {(note: (text: string) => void) => Result | Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function step(name, work) {
  const start = performance.now();
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  let doing = '';
  say(`· ${name} …`);
  const ticker = setInterval(() => say(`  ${name}: ${seconds()}${doing ? `, ${doing}` : ''}`), 10_000);
  try {
    const result = await work((text) => (doing = text.slice(0, 100)));
    say(`✓ ${name} (${seconds()})`);
    return result;
  } catch (error) {
    say(`✗ ${name} (${seconds()})`);
    throw error;
  } finally {
    clearInterval(ticker);
  }
}

/**
 * Runs a script's work; a refusal ends it with its one line, anything else with its stack, both with a failing exit.
 *
 * @param {() => Promise<void>} work
 */
export function main(work) {
  work().catch((error) => {
    say(error instanceof Refusal ? `\n${error.message}` : `\n${error.stack ?? error}`);
    process.exit(1);
  });
}
