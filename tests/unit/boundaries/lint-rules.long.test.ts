import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

let eslint: ESLint;

beforeAll(() => {
  eslint = new ESLint({ cwd: resolve(import.meta.dirname, '../../..') });
});

async function faults(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath });
  return (result?.messages ?? []).map(({ message }) => message);
}

const settingsAlone = 'Settings are read in server/config.ts alone.';

describe('the environment has one door', () => {
  it.each([
    ['server/application/example.ts', 'export const port = process.env.PORT;'],
    ['server/application/example.ts', "export const port = process.env['PORT'];"],
    ['server/application/example.ts', "export const port = process['env'].PORT;"],
    ['server/application/example.ts', 'export const port = globalThis.process.env.PORT;'],
    ['server/application/example.ts', 'const { env } = process;\nexport const port = env.PORT;'],
    ['server/application/example.ts', "import { env } from 'node:process';\nexport const port = env.PORT;"],
    ['server/main.ts', 'export const port = process.env.PORT;'],
    ['app/desk/example.ts', 'export const port = process.env.PORT;'],
    ['prisma/seed/example.ts', 'export const port = process.env.PORT;'],
    ['server/domain/case/example.ts', 'export const port = process.env.PORT;'],
  ])('%s may not: %s', async (path, code) => {
    expect(await faults(path, code)).toContain(settingsAlone);
  });

  it.each([
    ['server/config.ts', 'export const port = process.env.PORT;'],
    ['scripts/example.ts', 'export const port = process.env.PORT;'],
    ['app/_client/example.ts', 'export const build = process.env.NEXT_PUBLIC_BUILD;'],
    ['app/_client/example.ts', "export const build = process.env['NEXT_PUBLIC_BUILD'];"],
  ])('%s may: %s', async (path, code) => {
    expect(await faults(path, code)).toEqual([]);
  });

  it('has no back door in a comment', async () => {
    const code = '// eslint-disable-next-line no-restricted-syntax\nexport const port = process.env.PORT;';
    expect(await faults('server/application/example.ts', code)).toContain(settingsAlone);
  });
});

describe('the domain is pure', () => {
  it.each(['Date.now()', 'new Date()', 'Math.random()', 'performance.now()'])('refuses %s', async (expression) => {
    expect(await faults('server/domain/case/example.ts', `export const x = ${expression};`)).toEqual([
      'The domain is pure: take it as an argument.',
    ]);
  });
});

describe("the machine's time zone is nobody's", () => {
  it.each([
    'server/domain/case/example.ts',
    'server/application/example.ts',
    'app/desk/example.ts',
    'scripts/example.ts',
  ])('%s may not read a Date in it', async (path) => {
    expect(await faults(path, 'export const hour = (at: Date) => at.getHours();')).toHaveLength(1);
    expect(await faults(path, 'export const hour = (at: Date) => at.getUTCHours();')).toEqual([]);
  });
});
