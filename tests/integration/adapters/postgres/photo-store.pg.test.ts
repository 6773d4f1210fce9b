import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { createPhotoStore } from '#adapters/postgres/photo-store.ts';
import { createPhotos } from '#application/photo/photos.ts';
import { photoIdOf } from '#domain/case/photo-reference.ts';
import { greyPng } from '../../../fixtures/pictures.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres.ts';

let place: TestDatabase;
let database: Database;
beforeAll(async () => {
  place = await createTestDatabase();
  database = createDatabase(place.url, { max: 2 });
});
afterAll(async () => {
  await database.close();
  await place.drop();
});

it('keeps a photograph as it came, once, and knows none that it was not given', async () => {
  const photos = createPhotos({ store: createPhotoStore(database.pool), now: () => 1_795_300_000_123 });
  const bytes = greyPng(640, 480);
  const photo = { contentType: 'image/png', width: 640, height: 480, bytes } as const;
  const { reference } = await photos.keep({ id: 'hotline' }, photo);
  expect((await photos.keep({ id: 'other' }, photo)).reference).toBe(reference);
  const { rows } = await database.pool.query<{ by: string }>('SELECT stored_by AS by FROM photo');
  expect(rows).toEqual([{ by: 'hotline' }]);
  const read = await photos.read(photoIdOf(reference) ?? '');
  expect(read).toEqual({ ...photo, bytes: new Uint8Array(bytes) });
  expect(await photos.read('0'.repeat(64))).toBeNull();
});
