import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PALETTE, rgba } from '#client/theme/palette.ts';

it('draws with the very colours of the stylesheet', () => {
  const css = readFileSync(join(import.meta.dirname, '../../../../app/globals.css'), 'utf8');
  for (const [name, colour] of Object.entries(PALETTE)) {
    expect(css, name).toMatch(new RegExp(`--${name}: ${colour};`, 'i'));
  }
  expect(rgba('red', 128)).toEqual([255, 82, 81, 128]);
});
