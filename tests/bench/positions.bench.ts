// Bytes and time to show where 5,000 teams are, once a second, paired with JSON objects of the same fixes.
// Run: npx tsx tests/bench/positions.bench.ts
// CITYWALL_TEST_DATA: a folder with tracks/*.csv.gz (columns vehicle_id, timestamp or timestamp_local, latitude, longitude).
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { TeamColumns } from '#wire/columns.ts';
import { TeamEncoder } from '#wire/team-encoder.ts';
import { applyTeamFrame, createTeamColumns, type TeamState } from '#wire/team-frame.ts';
import { quantile, writeResults } from './results.ts';

type Fix = { ordinal: number; lon: number; lat: number; heading: number | null; at: number };

let state = 5;
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 4_294_967_296;
}
/** Near enough to a normal distribution of deviation 1. */
function noise(): number {
  return (random() + random() + random() + random() - 2) * 1.732;
}

/** Walkers and vehicles that report every second; two fifths stand still; receivers are off by two metres. */
function madeTicks(teams: number, ticks: number, noiseMetres: number): Fix[][] {
  const cast = Array.from({ length: teams }, () => ({
    lon: 116.7 + random() * 1.4,
    lat: 38.5 + random() * 1.8,
    heading: random() * 360,
    speed: random() < 0.4 ? 0 : random() < 0.6 ? 1 + random() * 2 : 5 + random() * 12,
  }));
  return Array.from({ length: ticks }, (_, tick) =>
    cast.map((team, ordinal) => {
      if (team.speed > 0) team.heading += (random() - 0.5) * 20;
      const radians = (team.heading * Math.PI) / 180;
      team.lon += (team.speed * Math.sin(radians)) / 86_500;
      team.lat += (team.speed * Math.cos(radians)) / 111_000;
      const lon = team.lon + (noise() * noiseMetres) / 86_500;
      const lat = team.lat + (noise() * noiseMetres) / 111_000;
      // A receiver knows no heading while it stands still.
      return {
        ordinal,
        lon,
        lat,
        heading: team.speed > 0 ? ((team.heading % 360) + 360) % 360 : null,
        at: 1_800_000_000 + tick,
      };
    }),
  );
}

/** A real day: every vehicle's fixes in the second they were made, seconds without any left out. */
function realTicks(file: string): { teams: number; ticks: Fix[][] } {
  const rows = parse<Record<string, string>>(gunzipSync(readFileSync(file)), { columns: true });
  const ordinals = new Map<string, number>();
  const bySecond = new Map<number, Fix[]>();
  for (const row of rows) {
    const code = row['vehicle_id'] as string;
    if (!ordinals.has(code)) ordinals.set(code, ordinals.size);
    const time = row['timestamp'] ?? `${row['timestamp_local']}Z`;
    const at = Math.floor(Date.parse(time) / 1000);
    const fix = {
      ordinal: ordinals.get(code) as number,
      lon: Number(row['longitude']),
      lat: Number(row['latitude']),
      heading: null,
      at,
    };
    const second = bySecond.get(at) ?? [];
    bySecond.set(at, second);
    second.push(fix);
  }
  return { teams: ordinals.size, ticks: [...bySecond.entries()].sort(([a], [b]) => a - b).map(([, fixes]) => fixes) };
}

/** What is usually sent: an object a fix. */
function jsonOf(fixes: readonly Fix[]): string {
  return JSON.stringify(
    fixes.map(({ ordinal, lon, lat, heading, at }) => ({
      id: `T${100_000 + ordinal}`,
      lon: Number(lon.toFixed(6)),
      lat: Number(lat.toFixed(6)),
      heading: heading === null ? null : Math.round(heading),
      status: 'on-duty',
      fixedAt: new Date(at * 1000).toISOString(),
    })),
  );
}

function take(columns: TeamColumns, fixes: readonly Fix[]): void {
  for (const { ordinal, lon, lat, heading, at } of fixes) {
    if (at < (columns.fixedAt[ordinal] as number)) continue;
    columns.lon[ordinal] = Math.round(lon * 1e6);
    columns.lat[ordinal] = Math.round(lat * 1e6);
    columns.heading[ordinal] = heading === null ? 255 : Math.floor(heading / 2);
    columns.fixedAt[ordinal] = at;
  }
}

function measure(teams: number, ticks: readonly Fix[][]) {
  const encoder = new TeamEncoder();
  const columns = createTeamColumns(1, teams);
  const ms = {
    frameEncode: [] as number[],
    frameDecode: [] as number[],
    jsonEncode: [] as number[],
    jsonDecode: [] as number[],
  };
  let [frameBytes, jsonBytes, fixCount] = [0, 0, 0];
  let held: TeamState | null = null;
  ticks.forEach((fixes, tick) => {
    take(columns, fixes);
    const started = performance.now();
    const made = encoder.advance(columns);
    const encoded = performance.now();
    if (made === null) return;
    const frame = made === 'full' ? encoder.full() : made;
    const decoding = performance.now();
    held = applyTeamFrame(held, frame);
    const decoded = performance.now();
    const text = jsonOf(fixes);
    const written = performance.now();
    JSON.parse(text);
    const read = performance.now();
    if (!held || held.seq !== encoder.seq) throw new Error('the follower lost the thread');
    // The first frame is a whole one and comes once a connection.
    if (tick === 0) return;
    frameBytes += frame.length;
    jsonBytes += Buffer.byteLength(text);
    fixCount += fixes.length;
    ms.frameEncode.push(encoded - started);
    ms.frameDecode.push(decoded - decoding);
    ms.jsonEncode.push(written - decoded);
    ms.jsonDecode.push(read - written);
  });
  const follower = held as TeamState | null;
  for (let at = 0; at < teams; at++) {
    if (follower?.lon[at] !== encoder.held.lon[at] || follower?.lat[at] !== encoder.held.lat[at])
      throw new Error(`team ${at} differs`);
  }
  const medianMs = Object.fromEntries(Object.entries(ms).map(([name, values]) => [name, quantile(values, 0.5)]));
  const bytesPerTeamAndFrame = frameBytes / ms.frameEncode.length / teams;
  const bytesPerFix = { frame: frameBytes / fixCount, json: jsonBytes / fixCount };
  return {
    teams,
    frames: ms.frameEncode.length,
    fixes: fixCount,
    bytesPerFix,
    bytesPerTeamAndFrame,
    ratio: bytesPerFix.json / bytesPerFix.frame,
    medianMs,
  };
}

function print(
  name: string,
  { bytesPerFix, bytesPerTeamAndFrame, ratio, fixes, medianMs }: ReturnType<typeof measure>,
): void {
  const times = Object.entries(medianMs).map(([what, value]) => `${what} ${value.toFixed(2)}`);
  console.log(
    `${name}: ${bytesPerFix.frame.toFixed(2)} bytes a fix against ${bytesPerFix.json.toFixed(0)} as JSON (${ratio.toFixed(0)}×), ${fixes.toLocaleString('en')} fixes`,
  );
  console.log(`  ${bytesPerTeamAndFrame.toFixed(2)} bytes a team and frame`);
  console.log(`  median ms a frame: ${times.join(', ')}`);
}

const results: Record<string, ReturnType<typeof measure>> = {
  'noise of 2 m': measure(5_000, madeTicks(5_000, 60, 2)),
  'smooth tracks': measure(5_000, madeTicks(5_000, 60, 0)),
};
const folder = process.env['CITYWALL_TEST_DATA'];
const tracks = folder && existsSync(join(folder, 'tracks')) ? join(folder, 'tracks') : null;
for (const file of tracks ? readdirSync(tracks).filter((name) => name.endsWith('.csv.gz')) : []) {
  const { teams, ticks } = realTicks(join(tracks as string, file));
  results[file] = measure(teams, ticks);
}
for (const [name, result] of Object.entries(results)) print(name, result);
writeResults('positions', { results }, [
  'the network and the socket; the frame is made once and sent to all who may see the same',
  'the whole frame of 13 bytes a team that every connection gets first',
  'made-up tracks report every second; of real vehicles that report every minute or two, a frame has one or two fixes, so its head and bitmaps weigh more than they do',
  ...(tracks ? [] : ['real tracks: CITYWALL_TEST_DATA is not set']),
]);
