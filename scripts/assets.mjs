// Copies what a browser loads as it is and no bundler may touch into public/vendor. Run before dev and build.
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const maplibre = dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json'));
const target = join(root, 'public', 'vendor');

mkdirSync(target, { recursive: true });
// MapLibre's worker breaks when bundled.
const worker = 'maplibre-gl-worker.mjs';
copyFileSync(join(maplibre, 'dist', worker), join(target, worker));
