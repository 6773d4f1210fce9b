import type { PoolClient } from 'pg';
import type { NewCase } from '#application/ports.ts';

type Allotted = { ids: number[]; days: Record<string, number> };

// The day's counter and the ids are taken under the log's lock, so a day's numbers have no gaps.
const ALLOT = `WITH day AS (
  INSERT INTO case_number_day (day, last) SELECT * FROM unnest($1::text[], $2::int[])
  ON CONFLICT (day) DO UPDATE SET last = case_number_day.last + EXCLUDED.last
  RETURNING day, last
)
SELECT (SELECT array_agg(nextval('city_case_id_seq')::int) FROM generate_series(1, $3::int)) AS ids,
  (SELECT json_object_agg(day, last) FROM day) AS days`;

/** Gives each new case its id and its number `prefix-day-000123`, in the given order. */
export async function numberCases(
  client: PoolClient,
  cases: readonly NewCase[],
): Promise<{ id: number; number: string }[]> {
  if (cases.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { numberDay } of cases) counts.set(numberDay, (counts.get(numberDay) ?? 0) + 1);
  const values = [[...counts.keys()], [...counts.values()], cases.length];
  const { rows } = await client.query<Allotted>({ name: 'case-numbers', text: ALLOT, values });
  const allotted = rows[0] ?? { ids: [], days: {} };
  const next = new Map<string, number>();
  for (const [day, count] of counts) next.set(day, (allotted.days[day] ?? count) - count + 1);
  return cases.map(({ numberPrefix, numberDay }, i) => {
    const no = next.get(numberDay) ?? 1;
    next.set(numberDay, no + 1);
    return { id: allotted.ids[i] as number, number: caseNumber(numberPrefix, numberDay, no) };
  });
}

function caseNumber(prefix: string, day: string, no: number): string {
  return `${prefix}-${day}-${String(no).padStart(6, '0')}`;
}
