// What a working-time deadline and a whole clock cost, paired in one run with dayjs-business-time.
// Run: npx tsx tests/bench/clock.bench.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import dayjs from 'dayjs';
import businessTime from 'dayjs-business-time';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { addWorkingMs } from '#domain/calendar/working-time.ts';
import { computeClock } from '#domain/clock/clock.ts';
import { explainClock } from '#domain/clock/explain.ts';
import type { ClockFacts } from '#domain/clock/facts.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';

// dayjs-business-time knows only the machine's zone, so the machine is put where the calendar is.
process.env['TZ'] = 'Asia/Shanghai';

const rounds = 15;
const samples = 8192;
const hourMs = 3_600_000;
const doesNotMeasure = [
  'reading facts from the store, or writing deadlines back',
  'cold caches: the same 8,192 cases are computed again and again',
  'make-up workdays in dayjs-business-time, which it cannot know: its speed is measured, its answers differ',
];

const compileStarted = performance.now();
const calendar = compileCalendar(chinaCalendar);
const compileMs = performance.now() - compileStarted;

let state = 7;
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 4_294_967_296;
}
const firstStart = Date.parse('2018-02-01T00:00:00+08:00');
const starts = Float64Array.from(
  { length: samples },
  () => firstStart + Math.floor(random() * 8 * 365 * 1440) * 60_000,
);
const works = Float64Array.from({ length: samples }, () => Math.ceil(random() * 5 * 8 * 60) * 60_000);
const plainFacts: ClockFacts[] = Array.from(starts, (startedAt, index) => ({
  startedAt,
  limit: { value: 1 + (index % 5), unit: 'working-day' },
  pauses: [],
  extensions: [],
}));
const eventfulFacts: ClockFacts[] = plainFacts.map((facts) => ({
  ...facts,
  pauses: [
    { from: facts.startedAt + 2 * hourMs, to: facts.startedAt + 20 * hourMs },
    { from: facts.startedAt + 30 * hourMs, to: facts.startedAt + 70 * hourMs },
  ],
  extensions: [{ at: facts.startedAt + 25 * hourMs, limit: { value: 1, unit: 'working-day' } }],
}));

dayjs.extend(businessTime);
const hours = [
  { start: '08:00:00', end: '12:00:00' },
  { start: '14:00:00', end: '18:00:00' },
];
dayjs.setBusinessTime({
  sunday: null,
  monday: hours,
  tuesday: hours,
  wednesday: hours,
  thursday: hours,
  friday: hours,
  saturday: null,
});
dayjs.setHolidays(chinaCalendar.specialDays.filter(({ workday }) => !workday).map(({ date }) => date));

let sink = 0;
const subjects = {
  addWorkingMs: { times: 128 * samples, run: (i: number) => addWorkingMs(calendar, starts[i] ?? 0, works[i] ?? 0) },
  plainClock: { times: 16 * samples, run: (i: number) => dueOf(plainFacts[i]) },
  eventfulClock: { times: 16 * samples, run: (i: number) => dueOf(eventfulFacts[i]) },
  explainedClock: { times: 1024, run: (i: number) => lengthOf(plainFacts[i]) },
  dayjsBusinessTime: { times: 64, run: (i: number) => byDayjs(starts[i] ?? 0, works[i] ?? 0) },
};
type Subject = keyof typeof subjects;

function dueOf(facts: ClockFacts | undefined): number {
  return facts ? (computeClock(facts, calendar).dueAt ?? 0) : 0;
}

function lengthOf(facts: ClockFacts | undefined): number {
  return facts ? explainClock(facts, calendar).length : 0;
}

function byDayjs(from: number, ms: number): number {
  return dayjs(from)
    .addBusinessTime(ms / 60_000, 'minutes')
    .valueOf();
}

function nanosecondsOf({ times, run }: (typeof subjects)[Subject]): number {
  const started = performance.now();
  for (let i = 0; i < times; i++) sink += run(i & (samples - 1));
  return ((performance.now() - started) * 1e6) / times;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const names = Object.keys(subjects) as Subject[];
const measured = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Subject, number[]>;
// One round of each after the other, so that a slow spell of the machine falls on all of them; the first warms up.
for (let round = 0; round <= rounds; round++) {
  for (const name of names) {
    const ns = nanosecondsOf(subjects[name]);
    if (round > 0) measured[name].push(ns);
  }
}
const rearmStarted = performance.now();
for (let i = 0; i < 100_000; i++) sink += dueOf(eventfulFacts[i % samples]);
const rearm100kMs = performance.now() - rearmStarted;

const compared = 500;
let different = 0;
for (let i = 0; i < compared; i++) {
  if (byDayjs(starts[i] ?? 0, works[i] ?? 0) !== addWorkingMs(calendar, starts[i] ?? 0, works[i] ?? 0)) different++;
}

const ns = Object.fromEntries(names.map((name) => [name, Math.round(median(measured[name]) * 10) / 10]));
const result = {
  unit: 'nanoseconds, median of rounds',
  rounds,
  ns,
  ratio: { dayjsBusinessTimeToAddWorkingMs: Math.round((ns['dayjsBusinessTime'] ?? 0) / (ns['addWorkingMs'] ?? 1)) },
  dayjsBusinessTimeDiffers: `${different} of ${compared}`,
  compileCalendarMs: Math.round(compileMs),
  rearm100kEventfulClocksMs: Math.round(rearm100kMs),
  doesNotMeasure,
  machine: { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length },
};
console.log(JSON.stringify(result, null, 2));
console.log(`(sum of answers, so that nothing is left out: ${sink})`);
const folder = new URL('results/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('clock.json', folder), `${JSON.stringify(result, null, 2)}\n`);
