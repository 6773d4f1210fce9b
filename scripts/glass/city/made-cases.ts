import type { ReportMessage } from '#adapters/simulator/messages.ts';

const MINUTE = 60_000;
/** A point in each district, with the code that its departments' codes begin with. */
const DISTRICTS: readonly (readonly [string, number, number])[] = [
  ['120101', 117.195, 39.118],
  ['120102', 117.255, 39.125],
  ['120103', 117.22, 39.105],
  ['120104', 117.16, 39.12],
  ['120105', 117.205, 39.155],
  ['120106', 117.155, 39.165],
  ['120110', 117.315, 39.09],
  ['120111', 117.01, 39.14],
  ['120112', 117.36, 38.99],
  ['120113', 117.135, 39.225],
  ['120114', 117.045, 39.385],
  ['120115', 117.31, 39.718],
  ['120116', 117.7, 39.02],
  ['120117', 117.825, 39.33],
  ['120118', 116.97, 38.94],
  ['120119', 117.41, 40.045],
];
/** Events of many kinds, with short names and long ones. */
const CATEGORIES = ['0110', '0103', '0107', '0108', '0111', '0112', '0113', '0114', '0201', '0203'];
const DEPARTMENTS = ['sanitation', 'enforcement'];

/** A case as a source tells it with its past: filed, and on its way to a department, due at an instant. */
function made(id: string, index: number, { reportedAt, dueAt }: { reportedAt: number; dueAt: number }): ReportMessage {
  const [district, lon, lat] = DISTRICTS[index % DISTRICTS.length] ?? ['120101', 117.195, 39.118];
  const category = CATEGORIES[index % CATEGORIES.length] ?? '0110';
  // A spiral: near each other as real ones are, never on one spot.
  const turn = index * 2.4;
  const far = 0.004 * Math.sqrt(1 + Math.floor(index / DISTRICTS.length));
  const categoryKey = `gbt30428.2-2013:event:${category}`;
  const department = `${district}-${DEPARTMENTS[index % DEPARTMENTS.length]}`;
  const at = (minutes: number): number => reportedAt + minutes * MINUTE;
  return {
    sourceId: id,
    reportedAt,
    channel: 'public',
    category: categoryKey,
    description: '城市之窗的样例案件',
    address: '样例路口',
    position: { lon: lon + far * Math.cos(turn), lat: lat + far * Math.sin(turn) },
    dueAt,
    history: [
      { eventId: `${id}/1`, at: at(1), move: { move: 'accept' } },
      { eventId: `${id}/2`, at: at(2), move: { move: 'verify', found: true } },
      { eventId: `${id}/3`, at: at(3), move: { move: 'file', categoryKey, conditionNo: 1 } },
      { eventId: `${id}/4`, at: at(4), move: { move: 'dispatch', department } },
    ],
  };
}

/** The places and the category that scenes are about. */
export const SCENE_PLACES = { district: '120104', subdistrict: '120104001' };
export const SCENE_CATEGORY = 'gbt30428.2-2013:event:0110';

/** The case that the incident scene is about: in a central district, running out of time. */
export function incidentCase(now: number): ReportMessage {
  return made('incident', 40, { reportedAt: now - 3 * 60 * MINUTE, dueAt: now + 25 * MINUTE });
}

/** A quiet day: a few cases with all their time. */
export function quietCases(now: number): ReportMessage[] {
  return Array.from({ length: 30 }, (_, index) =>
    made(`quiet-${index}`, index, {
      reportedAt: now - (20 + 9 * index) * MINUTE,
      dueAt: now + (8 + index) * 60 * MINUTE,
    }),
  );
}

/** A storm: hundreds of cases run out of time within an hour, all over the city. */
export function stormCases(now: number, count: number): ReportMessage[] {
  return Array.from({ length: count }, (_, index) =>
    made(`storm-${index}`, index, {
      reportedAt: now - (150 + (index % 40)) * MINUTE,
      dueAt: now - (index % 60) * MINUTE - 1_000,
    }),
  );
}
