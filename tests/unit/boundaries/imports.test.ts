import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Report {
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
}

/** [importing file, what it imports (a file of the tree or a package), the rule that refuses it, or null] */
const imports: readonly [string, string, string | null][] = [
  ['server/domain/case/a.ts', 'server/domain/clock/x.ts', null],
  ['server/domain/case/b.ts', 'server/wire/x.ts', 'domain-is-alone'],
  ['server/domain/case/c.ts', 'node:fs', 'domain-is-pure'],
  ['server/domain/case/d.ts', 'pg', 'domain-is-pure'],
  ['server/wire/a.ts', 'server/domain/clock/x.ts', null],
  ['server/wire/b.ts', 'server/application/x.ts', 'wire-knows-domain'],
  ['server/wire/c.ts', 'zod', null],
  ['server/wire/d.ts', 'socket.io', 'wire-is-pure'],
  ['server/application/a.ts', 'server/wire/x.ts', null],
  ['server/application/b.ts', 'server/adapters/postgres/x.ts', 'application-knows-ports'],
  ['server/application/c.ts', 'pg', 'application-has-no-technology'],
  ['server/application/d.ts', 'server/config.ts', 'application-knows-ports'],
  ['server/adapters/postgres/a.ts', 'server/application/x.ts', null],
  ['server/adapters/postgres/b.ts', 'server/adapters/postgres/x.ts', null],
  ['server/adapters/postgres/c.ts', 'server/adapters/redis/x.ts', 'adapter-knows-no-adapter'],
  ['server/adapters/postgres/d.ts', 'server/config.ts', 'adapter-imports-inward'],
  ['server/adapters/postgres/e.ts', 'app/_client/x.ts', 'adapter-imports-inward'],
  ['server/adapters/postgres/f.ts', 'server/main.ts', 'nobody-imports-main'],
  ['app/_client/layers/a.ts', 'server/wire/x.ts', null],
  ['app/_client/layers/b.ts', 'server/domain/clock/x.ts', null],
  ['app/_client/layers/c.ts', 'server/application/x.ts', 'client-knows-wire'],
  ['app/_client/layers/d.ts', 'server/runtime.ts', 'client-knows-wire'],
  ['app/_client/layers/e.ts', 'node:path', 'client-has-no-built-ins'],
  ['app/_client/layers/f.ts', 'socket.io', 'client-runs-in-browsers'],
  ['app/desk/a.ts', 'server/runtime.ts', null],
  ['app/desk/b.ts', 'server/adapters/postgres/x.ts', 'routes-use-the-door'],
  ['app/desk/c.ts', 'server/application/x.ts', 'routes-use-the-door'],
  ['prisma/seed/a.ts', 'server/adapters/postgres/x.ts', 'seed-knows-domain'],
  ['server/adapters/postgres/g.ts', 'vitest', 'ships-without-development-packages'],
  ['server/adapters/postgres/h.ts', 'server/domain/nowhere.ts', 'everything-is-found'],
];

const root = resolve(import.meta.dirname, '../../..');
let tree: string;
let report: Report;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}

beforeAll(async () => {
  tree = mkdtempSync(join(tmpdir(), 'citywall-imports-'));
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  symlinkSync(join(root, 'package.json'), join(tree, 'package.json'));
  for (const [, to] of imports) {
    if (to.includes('/') && !to.includes('nowhere')) write(to, 'export const x = 1;\n');
  }
  for (const [from, to] of imports) {
    const name = to.endsWith('.ts') ? relative(dirname(from), to).replace(/^(?!\.)/, './') : to;
    write(from, `export * from '${name}';\n`);
  }
  write('server/domain/circle/one.ts', `import { two } from './two.ts';\nexport const one = (): number => two();\n`);
  write('server/domain/circle/two.ts', `import { one } from './one.ts';\nexport const two = (): number => one();\n`);
  report = await cruise();
}, 60_000);

afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** Runs the very command of the check on the made tree; it exits with the number of violations. */
function cruise(): Promise<Report> {
  const program = join(root, 'node_modules/.bin/depcruise');
  const parameters = [
    '--config',
    join(root, '.dependency-cruiser.cjs'),
    '--output-type',
    'json',
    'app',
    'server',
    'prisma',
  ];
  return new Promise((done, fail) => {
    execFile(program, parameters, { cwd: tree, maxBuffer: 1 << 26 }, (_error, stdout, stderr) => {
      if (stdout === '') fail(new Error(stderr));
      else done(JSON.parse(stdout) as Report);
    });
  });
}

function rulesAgainst(from: string): string[] {
  return report.summary.violations.filter((violation) => violation.from === from).map(({ rule }) => rule.name);
}

describe('import boundaries', () => {
  it.each(imports.filter(([, , rule]) => rule !== null))('refuse %s -> %s', (from, _to, rule) => {
    expect(rulesAgainst(from)).toContain(rule);
  });

  it.each(imports.filter(([, , rule]) => rule === null))('allow %s -> %s', (from) => {
    expect(rulesAgainst(from)).toEqual([]);
  });

  it('refuse circles', () => {
    expect(rulesAgainst('server/domain/circle/one.ts')).toContain('no-circles');
  });
});
