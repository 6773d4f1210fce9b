import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { indicatorsDocument } from '../../../scripts/figures/document.ts';

it('docs/indicators.md says what the registry says; npx tsx scripts/figures/document.ts writes it', async () => {
  expect(readFileSync(join(import.meta.dirname, '../../../docs/indicators.md'), 'utf8')).toBe(
    await indicatorsDocument(),
  );
});
