import { PHASES, type Phase } from '#domain/case/stage.ts';
import { CASE_FLAG, NO_POSITION, type CaseColumns } from '#wire/columns.ts';
import { metresBetween } from './distance.ts';

/** An open case near another. Instants in epoch ms, null where no clock runs. */
export type NearCase = {
  readonly id: number;
  readonly category: number;
  readonly phase: Phase;
  readonly metres: number;
  readonly lon: number;
  readonly lat: number;
  readonly warnAt: number | null;
  readonly dueAt: number | null;
  readonly reportedAt: number;
  readonly supervised: boolean;
};

/**
 * Open cases within `radius` metres of a point whose category passes `isSimilar`, nearest first; `except` is the case
 * itself.
 */
export function similarCases(
  cases: CaseColumns,
  lon: number,
  lat: number,
  radius: number,
  except: number,
  isSimilar: (category: number) => boolean,
): NearCase[] {
  const found: NearCase[] = [];
  // A box around the circle throws out nearly all rows without trigonometry.
  const reachLat = (radius / 110_574) * 1e6;
  const reachLon = reachLat / Math.cos((lat * Math.PI) / 180);
  const middleLon = lon * 1e6;
  const middleLat = lat * 1e6;
  for (let row = 0; row < cases.length; row++) {
    const rowLat = cases.lat[row] as number;
    const rowLon = cases.lon[row] as number;
    if (Math.abs(rowLat - middleLat) > reachLat || Math.abs(rowLon - middleLon) > reachLon) continue;
    if (rowLon === NO_POSITION || cases.id[row] === except || !isSimilar(cases.category[row] as number)) continue;
    const metres = metresBetween(lon, lat, rowLon / 1e6, rowLat / 1e6);
    if (metres <= radius) found.push(nearCase(cases, row, metres));
  }
  return found.sort((a, b) => a.metres - b.metres || a.id - b.id);
}

function nearCase(cases: CaseColumns, row: number, metres: number): NearCase {
  return {
    id: cases.id[row] as number,
    category: cases.category[row] as number,
    phase: PHASES[cases.phase[row] as number] ?? 'accept',
    metres,
    lon: (cases.lon[row] as number) / 1e6,
    lat: (cases.lat[row] as number) / 1e6,
    warnAt: instant(cases.warnAt[row]),
    dueAt: instant(cases.dueAt[row]),
    reportedAt: (cases.reportedAt[row] as number) * 1000,
    supervised: ((cases.flags[row] as number) & CASE_FLAG.supervised) !== 0,
  };
}

function instant(seconds: number | undefined): number | null {
  return seconds ? seconds * 1000 : null;
}
