import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoCity, PLACES_VERSION } from '#adapters/postgres/seed/demo-city.ts';

describe('the demonstration’s city', () => {
  it('has a version of its places that names their content: write the one expected here', () => {
    const folder = join(import.meta.dirname, '../../../../prisma/seed/places');
    const hash = createHash('sha256');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(ts|json)$/.test(name),
    );
    for (const name of files.toSorted()) hash.update(name).update(readFileSync(join(folder, name)));
    expect(PLACES_VERSION).toBe(hash.digest('hex').slice(0, 16));
  });

  it('says a version for each of its parts, the same every time', () => {
    const { places, catalogue, departments, calendar, sources, successions } = demoCity();
    const versions = [places, catalogue, departments, calendar, sources, successions].map((part) => part.version);
    expect(new Set(versions).size).toBe(6);
    expect(versions).toEqual(Object.values(demoCity()).map((part) => part.version));
    expect(catalogue.rows().stageLimits).toHaveLength(6);
  });
});
