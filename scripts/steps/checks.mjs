import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, installed, root } from './command.mjs';
import { say, step } from './progress.mjs';

/**
 * @typedef {{ name: string, passed: number, failed: number, skipped: number }} Result
 * One part's counts. A check that is no set of tests (types, lint, …) counts as one.
 */

const minute = 60_000;

/** The native compiler, in seconds; `typescript` itself stays for the tools that read its programming interface. */
export const types = () => one('Types', `${root}node_modules/typescript7/bin/tsc`, ['--noEmit', '--project', '.']);

/** What every file owes, and what needs types. */
export const lint = () => one('Lint', installed('oxlint'), ['--type-aware', '--max-warnings=0', '.']);

/** The project's own rules, and those of pages. @param {boolean} [changed] looks again only at files that changed. */
export const houseRules = (changed = false) =>
  one('House rules', installed('eslint'), [
    '.',
    '--max-warnings=0',
    ...(changed ? ['--cache', '--cache-strategy=content', '--cache-location=.build/lint/'] : []),
  ]);

export const boundaries = () =>
  one('Import boundaries', installed('depcruise'), ['--config', '.dependency-cruiser.cjs', 'app', 'server', 'prisma']);

/** Unit and contract tests that are done within seconds. */
export const quickUnit = () => tests('Unit and contract tests', ['unit'], 5 * minute, {});

/** All of them. @param {string} [zone] runs as if the machine were in this time zone. */
export const unit = (zone) =>
  tests(
    zone ? `Unit and contract tests in ${zone}` : 'Unit and contract tests',
    ['unit', 'long'],
    12 * minute,
    zone ? { TZ: zone } : {},
  );

export const integration = () =>
  tests('Integration tests on real Postgres and Redis', ['integration'], 25 * minute, {});

/** Browser tests on the production build. @param {string | null} chromium the browser; null takes Playwright's own. */
export async function browser(chromium) {
  const report = reportFile('browser');
  return part('Browser tests', async (note) => {
    const ran = await attempt(installed('playwright'), ['test', '--reporter=list,json'], {
      note,
      limitMs: 60 * minute,
      env: {
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        FORCE_COLOR: '0',
        ...(chromium === null ? {} : { CHROMIUM: chromium }),
      },
    });
    const { stats, errors } = readReport(report) ?? {
      stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 },
      errors: [],
    };
    return {
      ...ran,
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
      skipped: stats.skipped,
    };
  });
}

function one(name, program, parameters) {
  return part(name, async (note) => {
    const ran = await attempt(program, parameters, {
      note,
      limitMs: 5 * minute,
      env: { FORCE_COLOR: '0', NO_COLOR: '1' },
    });
    return { ...ran, passed: ran.code === 0 ? 1 : 0, failed: 0, skipped: 0 };
  });
}

function tests(name, projects, limitMs, env) {
  const report = reportFile(name.toLowerCase().replace(/[^a-z]+/g, '-'));
  return part(name, async (note) => {
    const parameters = [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ];
    const ran = await attempt(installed('vitest'), parameters, { note, limitMs, env: { NO_COLOR: '1', ...env } });
    const found = readReport(report) ?? { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] };
    // A file that could not even be read has no tests to fail.
    const unread = found.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    return {
      ...ran,
      passed: found.numPassedTests,
      failed: found.numFailedTests + unread.length,
      skipped: found.numPendingTests,
    };
  });
}

/** Whatever ends badly counts as a failure, even where no test says so: a crash, a limit, not one test found. */
async function part(name, run) {
  let output = '';
  const result = { name, passed: 0, failed: 1, skipped: 0 };
  try {
    await step(name, async (note) => {
      const ran = await run(note);
      output = ran.output;
      Object.assign(result, { passed: ran.passed, failed: ran.failed, skipped: ran.skipped });
      if (result.failed === 0 && (ran.code !== 0 || result.passed === 0)) result.failed = 1;
      if (result.failed > 0) throw new Error(`${result.failed} failed`);
    });
  } catch (error) {
    say(output === '' ? (error.stack ?? String(error)) : output.trimEnd());
  }
  return result;
}

function reportFile(name) {
  const path = join(root, '.build/reports', `${name}.json`);
  mkdirSync(join(root, '.build/reports'), { recursive: true });
  rmSync(path, { force: true });
  return path;
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * Prints each part's counts and, as the last line, their sum; makes the script's exit code say the same.
 *
 * @param {readonly Result[]} results
 */
export function sumUp(results) {
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  const lines = results.map(({ name, passed, failed, skipped }) => {
    const left = skipped > 0 ? `, ${skipped} skipped` : '';
    return `${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed${left}`;
  });
  process.stdout.write(`\n${lines.join('\n')}\n\n${total('passed')} passed, ${total('failed')} failed\n`);
  process.exitCode = total('failed') > 0 ? 1 : 0;
}
