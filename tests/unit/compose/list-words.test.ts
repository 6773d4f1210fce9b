import { readFileSync } from 'node:fs';
import type { Pool } from 'pg';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { ListKind } from '#application/lists/list-kind.ts';
import type { Database } from '#adapters/postgres/client.ts';
import { composeLists } from '../../../server/compose/lists.ts';
import { placeKinds } from '../../../server/compose/places.ts';
import { registerKinds } from '../../../server/compose/registers.ts';
import { responsibilityKind } from '../../../server/compose/responsibility.ts';

const said = z.object({ name: z.string().min(1), says: z.string().min(1), effect: z.string().min(1) });
const lists = z.object({
  kind: z.record(z.string(), said),
  option: z.record(z.string(), z.string().min(1)),
  choice: z.record(z.string(), z.record(z.string(), z.string().min(1))),
});
const words = z.object({ admin: z.object({ lists }) });

/** Composing reads nothing: the pool is never asked. */
const pool = {} as Pool;
const zone = 'Asia/Shanghai';
const kinds: readonly ListKind[] = composeLists({ pool } as Database, undefined, [
  ...registerKinds(pool, () => ({ hasCategory: () => false })),
  ...placeKinds(pool, zone),
  responsibilityKind(pool, zone),
]).kinds;

test.each(['zh', 'en'])('every list, and every option of one, has words in %s', (language) => {
  const { admin } = words.parse(JSON.parse(readFileSync(`app/_client/i18n/admin.${language}.json`, 'utf8')));
  expect(kinds.length).toBeGreaterThanOrEqual(9);
  expect(kinds.map(({ id }) => id).filter((id) => !(id in admin.lists.kind))).toEqual([]);
  const options = kinds.flatMap((one) => one.options.map(({ name }) => name));
  expect([...new Set(options)].filter((name) => !(name in admin.lists.option))).toEqual([]);
  const unnamed = kinds.flatMap(({ options: own }) =>
    own.flatMap(({ name, choices }) =>
      (choices ?? [])
        // Lengths of a code’s parts speak for themselves.
        .filter((choice) => !/^[\d-]+$/.test(choice) && !((choice || 'none') in (admin.lists.choice[name] ?? {})))
        .map((one) => `${name}=${one}`),
    ),
  );
  expect([...new Set(unnamed)]).toEqual([]);
});
