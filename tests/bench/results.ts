import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

/** Writes one bench's figures beside the others, with the machine and what they do not say. */
export function writeResults(name: string, figures: Record<string, unknown>, doesNotMeasure: readonly string[]): void {
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ machine, ...figures, doesNotMeasure }, null, 2)}\n`);
  for (const line of doesNotMeasure) console.log(`does not measure: ${line}`);
}

/** The value below which `share` of the sorted samples lie. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
