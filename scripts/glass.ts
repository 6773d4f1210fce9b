// npm run glass [-- --walls A --scenes A --languages A --states A --out FOLDER]: takes pictures of walls and measures
// them. See USAGE in glass/options.ts.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { SCENE_KINDS, type SceneKind } from '#domain/wall/scene.ts';
import { browserArguments, browserPath } from './browser.ts';
import { readOptions, USAGE, UsageError, type GlassOptions } from './glass/options.ts';
import { takePictures } from './glass/take-pictures.ts';
import { USUAL_WALLS, wallsOf } from './glass/walls.ts';
import { breachesOf, writeResults } from './glass/write-results.ts';

const CITY = '120000';
const walls = wallsOf(CITY);

async function main(): Promise<void> {
  const known = {
    walls: walls.map(({ id }) => id),
    usualWalls: USUAL_WALLS,
    scenes: Object.keys(SCENE_KINDS) as SceneKind[],
  };
  const options = readOptions(process.argv.slice(2), known);
  if (options === null) return void process.stdout.write(`${usage(known)}\n`);
  await picture({ ...options, out: resolve(options.out) });
}

async function picture(options: GlassOptions): Promise<void> {
  await mkdir(join(options.out, 'pictures'), { recursive: true });
  const executablePath = browserPath();
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: browserArguments,
  });
  try {
    const results = [];
    for await (const { png, ...result } of takePictures(browser, walls, options)) {
      await writeFile(join(options.out, result.picture), png);
      results.push(result);
      const breaches = breachesOf(result);
      for (const { level, kind, where, what, times } of result.judgement.findings)
        if (level === 'breach')
          process.stdout.write(`    ${where} · ${kind}: ${what}${times > 1 ? ` (${times} times)` : ''}\n`);
      process.stdout.write(
        `${breaches === 0 ? '✓' : '✗'} ${result.name}${breaches === 0 ? '' : `: ${breaches} breaches`}\n`,
      );
    }
    const files = await writeResults(browser, options.out, results);
    const breaches = results.reduce((sum, result) => sum + breachesOf(result), 0);
    process.stdout.write(`${results.length} pictures, ${breaches} breaches\n${files.join('\n')}\n`);
    if (breaches > 0) process.exitCode = 1;
  } finally {
    await browser.close();
  }
}

function usage(known: { walls: readonly string[]; usualWalls: readonly string[]; scenes: readonly string[] }): string {
  return USAGE.replace('WALLS', known.walls.join(', '))
    .replace('USUAL', known.usualWalls.join(', '))
    .replace('SCENES', known.scenes.join(', '));
}

main().catch((error: unknown) => {
  const misused = error instanceof UsageError;
  process.exitCode = misused ? 2 : 1;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${misused ? `\n${USAGE}\n` : ''}`);
});
