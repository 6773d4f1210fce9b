import { NO_POSITION, type CaseColumns, type CaseDelta, type HeatRaster } from '#wire/columns.ts';
import { createCaseColumns } from '#wire/case-rows.ts';
import { HeatField, latticeOf } from '#wire/heat-field.ts';
import { createTeamColumns } from '#wire/team-frame.ts';
import type { TeamColumns } from '#wire/columns.ts';
import type { Roster } from '#wire/figures.ts';
import { dice, fakeCases } from '../../fixtures/fake-picture.ts';

const CITY = [116.7, 38.55, 118.06, 40.25] as const;

/** So many open cases, as thick in the middle as a city's are; a share of 37 in 5,600 of them out of time. */
export function busyCases(now: number, wanted: number): CaseColumns {
  const few = fakeCases(now);
  const roll = dice(11);
  const columns = createCaseColumns(wanted);
  columns.length = wanted;
  for (let row = 0; row < wanted; row++) {
    const like = row % few.length;
    const shift = row < few.length ? 0 : 1;
    columns.id[row] = row + 1;
    const placed = few.lon[like] !== NO_POSITION;
    columns.lon[row] = placed ? (few.lon[like] as number) + shift * Math.round((roll() - 0.5) * 16_000) : NO_POSITION;
    columns.lat[row] = placed ? (few.lat[like] as number) + shift * Math.round((roll() - 0.5) * 13_000) : NO_POSITION;
    for (const key of ['category', 'place', 'phase', 'flags', 'reportedAt'] as const)
      columns[key][row] = few[key][like] as number;
    // Copies of a timed-out case are in time: a busier city has not as many more alerts.
    columns.dueAt[row] =
      shift === 0 ? (few.dueAt[like] as number) : Math.floor(now / 1_000) + 4_000 + Math.floor(roll() * 90_000);
  }
  return columns;
}

/** A change of so many of these cases: each is put again as it is. */
export function someOf(cases: CaseColumns, count: number): CaseDelta {
  const put = createCaseColumns(count);
  put.length = count;
  const first = Math.floor(Math.random() * (cases.length - count));
  for (const key of Object.keys(put) as (keyof CaseColumns)[]) {
    const [to, from] = [put[key], cases[key]];
    if (typeof to !== 'number' && typeof from !== 'number') to.set(from.subarray(first, first + count));
  }
  return { put, removed: new Uint32Array(0) };
}

export function busyHeat(cases: CaseColumns): HeatRaster {
  const field = new HeatField(latticeOf(CITY));
  for (let row = 0; row < cases.length; row++)
    field.add({ lon: cases.lon[row] as number, lat: cases.lat[row] as number }, 1);
  return field.take();
}

/** Teams that all drive about, as they are `seconds` after the beginning. */
export function movingTeams(count: number, now: number, seconds: number): TeamColumns {
  const columns = createTeamColumns(1, count);
  const roll = dice(5);
  for (let team = 0; team < count; team++) {
    const [lon, lat] = [117.2 + (roll() + roll() - 1) * 0.35, 39.12 + (roll() + roll() - 1) * 0.3];
    const heading = roll() * Math.PI * 2;
    // Back and forth within two minutes, at about ten metres a second.
    const metres = 600 - Math.abs(((seconds + roll() * 120) % 120) * 20 - 1_200);
    columns.lon[team] = Math.round((lon + (Math.sin(heading) * metres) / 86_000) * 1e6);
    columns.lat[team] = Math.round((lat + (Math.cos(heading) * metres) / 111_000) * 1e6);
    columns.heading[team] = Math.floor(((heading * 180) / Math.PI / 2) % 180);
    columns.fixedAt[team] = Math.floor(now / 1_000) - (team % 50 === 49 ? 900 : 0);
  }
  return columns;
}

export function rosterOf(count: number): Roster {
  const teams = Array.from({ length: count }, (_, team) => ({
    code: `t${team}`,
    kind: 'crew' as const,
    nameZh: `作业${team}队`,
    nameEn: `Crew ${team}`,
    districtCode: '120101',
    department: null,
    simulated: true,
  }));
  return { version: 1, teams };
}
