import type { Pool } from 'pg';
import { PHOTO_TYPES, type PhotoStore } from '#application/photo/photos.ts';
import { reported } from './unavailable.ts';

type Row = { contentType: string; width: number; height: number; bytes: Buffer };

/** Photographs in Postgres, beside the cases: one backup has both. */
export function createPhotoStore(pool: Pool): PhotoStore {
  return {
    async put(id, { contentType, width, height, bytes }, by, at) {
      await reported(
        pool.query(
          `INSERT INTO photo (id, content_type, width, height, bytes, stored_at, stored_by)
           VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING`,
          [id, contentType, width, height, Buffer.from(bytes), new Date(at), by],
        ),
      );
    },
    async get(id) {
      const { rows } = await reported(
        pool.query<Row>(`SELECT content_type AS "contentType", width, height, bytes FROM photo WHERE id = $1`, [id]),
      );
      const row = rows[0];
      const contentType = PHOTO_TYPES.find((type) => type === row?.contentType);
      if (row === undefined || contentType === undefined) return null;
      return { contentType, width: row.width, height: row.height, bytes: new Uint8Array(row.bytes) };
    },
  };
}
