// Makes what a browser loads as it is and no bundler of pages may touch. Run before dev and build.
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const maplibre = dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json'));
// Under /wall/, which is the scope of the service worker: it gives a worker's script only out of its scope.
const target = join(root, 'public', 'wall');

mkdirSync(target, { recursive: true });
// MapLibre's worker breaks when bundled.
const worker = 'maplibre-gl-worker.mjs';
copyFileSync(join(maplibre, 'dist', worker), join(target, worker));
await build({
  entryPoints: [join(root, 'app', '_client', 'heal', 'service-worker.ts')],
  outfile: join(target, 'worker.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  logLevel: 'warning',
});
