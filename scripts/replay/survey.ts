import type { FileRow, RowResult } from '#application/import/profile.ts';
import { readPlaceCode } from '#domain/place/code-text.ts';
import { AreaPoints } from '#domain/place/areas/area-points.ts';

/** Where a file's cases lie, in its own words. */
export type Survey = {
  readonly points: AreaPoints;
  /** Cases without a point by the code of their district (six digits). */
  readonly codes: ReadonlyMap<string, number>;
};

type Read = (cells: readonly string[]) => RowResult;

/** What a case says of its area: the area's name, else the code of its district. Null: nothing. */
export function areaOf({
  area,
  report,
}: {
  area: string | null;
  report: { place?: string | null | undefined };
}): string | null {
  if (area !== null) return area;
  return report.place == null ? null : (readPlaceCode(report.place)?.slice(0, 6) ?? null);
}

/** Reads a file for where its cases lie. Rows that cannot be read say nothing. */
export async function surveyFile(batches: AsyncIterable<readonly FileRow[]>, read: Read): Promise<Survey> {
  const points = new AreaPoints();
  const codes = new Map<string, number>();
  for await (const rows of batches)
    for (const { cells } of rows) {
      const result = read(cells);
      if (!result.ok) continue;
      const { report } = result.case;
      points.add(areaOf(result.case), report.position);
      const code = report.position !== null || report.place == null ? null : readPlaceCode(report.place);
      if (code !== null) codes.set(code.slice(0, 6), (codes.get(code.slice(0, 6)) ?? 0) + 1);
    }
  return { points, codes };
}
