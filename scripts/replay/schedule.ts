import type { IncomingCaseEvent, IncomingReport } from '#application/api-port.ts';
import type { ForeignDepartment, ImportProfile } from '#application/import/profile.ts';
import { openCsv } from '#adapters/files/read-csv.ts';
import type { Category } from '#domain/category/category.ts';

/** Something of the file that happens at an instant (epoch ms). */
export type Happening = { at: number; report: IncomingReport } | { at: number; event: IncomingCaseEvent };

export type Schedule = {
  /** In the order in which it happened. */
  happenings: Happening[];
  categories: Category[];
  departments: ForeignDepartment[];
  /** [west, south, east, north] of all but the outermost hundredth of the points; null without any. */
  extent: [number, number, number, number] | null;
  rejected: number;
};

const ROWS = 2_000;

/** Reads a whole file as a stream to be: a report falls when it was made, every word on it when that happened. */
export async function readSchedule(file: string, profile: ImportProfile): Promise<Schedule> {
  const csv = await openCsv(file);
  const read = profile.open(csv.header);
  const happenings: Happening[] = [];
  const categories = new Map<string, Category>();
  const departments = new Map<string, ForeignDepartment>();
  const points: { lon: number; lat: number }[] = [];
  let rejected = 0;
  try {
    for await (const rows of csv.batches(ROWS)) {
      for (const row of rows) {
        const result = read(row.cells);
        if (!result.ok) {
          rejected += 1;
          continue;
        }
        const { report, events, category, department } = result.case;
        happenings.push({ at: report.reportedAt, report });
        // A case that ended before it was reported cannot be told of before it is known.
        for (const event of events) happenings.push({ at: Math.max(event.at, report.reportedAt), event });
        if (category) categories.set(category.key, category);
        if (department) departments.set(department.code, department);
        if (report.position) points.push(report.position);
      }
    }
  } finally {
    csv.close();
  }
  happenings.sort((a, b) => a.at - b.at || Number('event' in a) - Number('event' in b));
  return {
    happenings,
    categories: [...categories.values()],
    departments: [...departments.values()],
    extent: extentOf(points),
    rejected,
  };
}

function extentOf(points: readonly { lon: number; lat: number }[]): Schedule['extent'] {
  if (points.length === 0) return null;
  const lons = points.map(({ lon }) => lon).sort((a, b) => a - b);
  const lats = points.map(({ lat }) => lat).sort((a, b) => a - b);
  const at = (values: readonly number[], share: number): number =>
    values[Math.floor(share * (values.length - 1))] as number;
  return [at(lons, 0.005), at(lats, 0.005), at(lons, 0.995), at(lats, 0.995)];
}
