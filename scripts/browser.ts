import { existsSync } from 'node:fs';

/** How a browser without a GPU and without its own errands is started. */
export const browserArguments = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // As a browser does by itself that finds no GPU: only WebGL is drawn by the software renderer, never the page around it.
  '--disable-gpu-compositing',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
];

export function browserPath(): string | undefined {
  return [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && existsSync(path),
  );
}
