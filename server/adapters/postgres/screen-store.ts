import type pg from 'pg';
import type { ScreenRow, ScreenStore } from '#application/screen/screen-port.ts';
import { paintedSchema, PICTURE_TYPES } from '#wire/screen.ts';
import { reported } from './unavailable.ts';

type Row = {
  id: string;
  wall: string;
  screen: string;
  label: string;
  scope: string;
  approvedBy: string;
  keyedAt: Date;
  revokedAt: Date | null;
  patternUntil: Date | null;
  seenAt: Date | null;
  leftAt: Date | null;
  node: string | null;
  report: unknown;
  pictureAt: Date | null;
};

/** Screens in Postgres: identity, what each told last and its last picture, one row each. */
export function createScreenStore(pool: pg.Pool): ScreenStore {
  const changed = async (text: string, values: unknown[]): Promise<boolean> =>
    ((await reported(pool.query(text, values))).rowCount ?? 0) > 0;
  return {
    async list() {
      const { rows } = await reported(
        pool.query<Row>(
          `SELECT s.id, s.wall, s.name AS screen, s.label, s.scope, s.approved_by AS "approvedBy",
             s.keyed_at AS "keyedAt", s.revoked_at AS "revokedAt", s.pattern_until AS "patternUntil",
             r.seen_at AS "seenAt", r.left_at AS "leftAt", r.node, r.report, p.painted_at AS "pictureAt"
           FROM screen s LEFT JOIN screen_report r ON r.screen_id = s.id LEFT JOIN screen_picture p ON p.screen_id = s.id
           ORDER BY s.wall, length(s.name), s.name`,
        ),
      );
      return rows.map(rowOf);
    },
    async inForce(ids) {
      const { rows } = await reported(
        pool.query<{ id: string; key: string; label: string; patternUntil: Date | null }>({
          name: 'screens-in-force',
          text: `SELECT id, hash AS key, label, pattern_until AS "patternUntil" FROM screen
                  WHERE id = ANY($1) AND revoked_at IS NULL`,
          values: [ids],
        }),
      );
      return rows.map((row) => ({ ...row, patternUntil: row.patternUntil?.getTime() ?? null }));
    },
    rename: (id, label) => changed('UPDATE screen SET label = $2 WHERE id = $1', [id, label]),
    setPattern: (id, until) =>
      changed('UPDATE screen SET pattern_until = $2 WHERE id = $1', [id, until === null ? null : new Date(until)]),
    revoke: (id) => changed('UPDATE screen SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL', [id]),
    async saveReports(node, reports) {
      await reported(
        pool.query(
          `INSERT INTO screen_report (screen_id, seen_at, left_at, node, report)
           SELECT g.id, g.seen, g.gone, $1, g.report
             FROM unnest($2::text[], $3::timestamptz[], $4::timestamptz[], $5::jsonb[]) AS g(id, seen, gone, report)
             JOIN screen s ON s.id = g.id
           ON CONFLICT (screen_id) DO UPDATE SET seen_at = EXCLUDED.seen_at, left_at = EXCLUDED.left_at,
             node = EXCLUDED.node, report = EXCLUDED.report
           WHERE screen_report.seen_at <= EXCLUDED.seen_at`,
          [
            node,
            reports.map(({ id }) => id),
            reports.map(({ seenAt }) => new Date(seenAt)),
            reports.map(({ leftAt }) => (leftAt === null ? null : new Date(leftAt))),
            reports.map(({ painted }) => JSON.stringify(painted)),
          ],
        ),
      );
    },
    async savePicture(id, { paintedAt, contentType, bytes }) {
      await reported(
        pool.query(
          `INSERT INTO screen_picture (screen_id, painted_at, content_type, bytes)
           SELECT id, $2, $3, $4 FROM screen WHERE id = $1
           ON CONFLICT (screen_id) DO UPDATE SET painted_at = EXCLUDED.painted_at,
             content_type = EXCLUDED.content_type, bytes = EXCLUDED.bytes`,
          [id, new Date(paintedAt), contentType, Buffer.from(bytes)],
        ),
      );
    },
    async picture(id) {
      const { rows } = await reported(
        pool.query<{ paintedAt: Date; contentType: string; bytes: Buffer }>(
          `SELECT painted_at AS "paintedAt", content_type AS "contentType", bytes FROM screen_picture
            WHERE screen_id = $1`,
          [id],
        ),
      );
      const row = rows[0];
      const contentType = PICTURE_TYPES.find((type) => type === row?.contentType);
      if (row === undefined || contentType === undefined) return null;
      return { paintedAt: row.paintedAt.getTime(), contentType, bytes: new Uint8Array(row.bytes) };
    },
  };
}

/** A report of a shape that is read no more says nothing: the next one comes within seconds. */
function rowOf({ seenAt, leftAt, node, report, ...row }: Row): ScreenRow {
  const painted = paintedSchema.safeParse(report);
  return {
    ...row,
    keyedAt: row.keyedAt.getTime(),
    revokedAt: row.revokedAt?.getTime() ?? null,
    patternUntil: row.patternUntil?.getTime() ?? null,
    pictureAt: row.pictureAt?.getTime() ?? null,
    report:
      seenAt !== null && painted.success
        ? { seenAt: seenAt.getTime(), leftAt: leftAt?.getTime() ?? null, node: node ?? '', painted: painted.data }
        : null,
  };
}
