import { calendarAt } from '#domain/calendar/calendar-at.ts';
import { workingStateAt } from '#domain/calendar/working-state.ts';
import { workingMsBetween } from '#domain/calendar/working-time.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import type { ClockBasis } from '#domain/clock/limit.ts';
import type { Position } from '#domain/place/position.ts';
import type { AlertRow, Lane, LaneGroup } from '#wire/figures.ts';
import type { CityPicture } from './city-picture.ts';
import type { LaneNumbers } from './lane-numbers.ts';
import type { ScopePlaces } from './place-scope.ts';
import type { TeamTable } from './team-table.ts';

/** Cards on the lane; `total` counts the rest. */
const mostGroups = 60;

/** One timed-out case with its worst clock. */
type Late = { row: AlertRow; overMs: number; running: boolean };

/**
 * The alert lane of a scope: timed-out cases grouped by category, subdistrict and department; the group with the newest
 * timeout first. `numbers` keeps the groups' numbers from one lane to the next.
 */
export function laneOf(
  { picture, teams, calendar }: { picture: CityPicture; teams: TeamTable; calendar: CompiledCalendar },
  scope: ScopePlaces,
  numbers: LaneNumbers,
  now: number,
): Lane {
  const late = lateCases(picture, scope, calendar, now);
  const groups = new Map<string, Late[]>();
  for (const each of late.values()) {
    const { categoryKey, districtCode, subdistrictCode, department } = each.row;
    const key = JSON.stringify([categoryKey, subdistrictCode ?? districtCode, department]);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  const newest = (members: Late[]) => members.reduce((latest, { row }) => Math.max(latest, row.dueAt), 0);
  const shown = [...groups]
    .map(([key, members]) => ({ key, members, newestDue: newest(members) }))
    .sort((left, right) => right.newestDue - left.newestDue || (left.key < right.key ? -1 : 1))
    .slice(0, mostGroups);
  const numberOf = numbers.assign(shown.map(({ key }) => key));
  return {
    at: now,
    total: late.size,
    untaken: [...late.values()].filter(({ row }) => row.status === 'open').length,
    groups: shown.map(({ key, members }) => groupOf(numberOf(key), members, picture, teams)),
  };
}

function lateCases(
  picture: CityPicture,
  scope: ScopePlaces,
  calendar: CompiledCalendar,
  now: number,
): Map<number, Late> {
  const late = new Map<number, Late>();
  for (const { row, place } of picture.alerts.rows()) {
    if (row.threshold !== 'timeout' || !scope.sees(place, row.department)) continue;
    const basis = basisOfAlert(picture, row);
    // Its district may work other hours than the city.
    const hours = calendarAt(calendar, row.districtCode);
    const overMs = basis === 'working' ? workingMsBetween(hours, row.dueAt, now) : now - row.dueAt;
    const held = late.get(row.caseId);
    if (!held || overMs > held.overMs)
      late.set(row.caseId, { row, overMs, running: basis === 'continuous' || workingStateAt(hours, now).working });
  }
  return late;
}

function basisOfAlert(picture: CityPicture, row: AlertRow): ClockBasis {
  const summary = picture.table.summaryOf(row.caseId);
  const clock = row.instance === 0 ? summary?.wholeClock : summary?.stageClock;
  return clock?.basis ?? 'continuous';
}

function groupOf(no: number, members: Late[], picture: CityPicture, teams: TeamTable): LaneGroup {
  members.sort((left, right) => right.overMs - left.overMs || left.row.caseId - right.row.caseId);
  const { row, overMs, running } = members[0] as Late;
  return {
    no,
    categoryKey: row.categoryKey,
    districtCode: row.districtCode,
    subdistrictCode: row.subdistrictCode,
    department: row.department,
    stage: row.stage,
    count: members.length,
    urgent: members.some((member) => member.row.urgent),
    supervised: members.some((member) => member.row.supervised),
    // A group counts as taken only when nobody's part of it is left open.
    takenBy: members.every((member) => member.row.status === 'taken') ? row.takenByName : null,
    caseId: row.caseId,
    caseNumber: row.caseNumber,
    lon: row.lon,
    lat: row.lat,
    dueAt: row.dueAt,
    overMs,
    running,
    team: sentTeam(members, picture, teams),
    caseIds: members.map((member) => member.row.caseId),
  };
}

/** The sent team nearest to its case, of all cases in the group. */
function sentTeam(members: Late[], picture: CityPicture, teams: TeamTable): LaneGroup['team'] {
  let nearest: LaneGroup['team'] = null;
  for (const { row } of members) {
    const code = picture.sentTeams.get(row.caseId);
    if (code === undefined || row.lon === null || row.lat === null) continue;
    const fix = teams.fixOf(code);
    if (!fix) continue;
    const metres = Math.round(metresBetween(fix, { lon: row.lon, lat: row.lat }));
    if (nearest === null || metres < nearest.metres) nearest = { code, metres };
  }
  return nearest;
}

/** Within a city the earth is flat enough: off by less than a thousandth. */
function metresBetween(from: Position, to: Position): number {
  const metresPerDegree = 111_320;
  const east = (from.lon - to.lon) * Math.cos((((from.lat + to.lat) / 2) * Math.PI) / 180);
  return Math.hypot(east, from.lat - to.lat) * metresPerDegree;
}
