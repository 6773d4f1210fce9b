// Builds cases to given counts and counts them with the engine that counts stored cases.
import { countFacts } from '#application/evaluation/count-facts.ts';
import { FactColumns, secondsOf } from '#application/evaluation/fact-columns.ts';
import { Slots } from '#application/evaluation/slots.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { evaluate, termsOf } from '#domain/indicator/evaluate.ts';
import type { CaseFacts } from '#domain/indicator/fact.ts';
import { defaultSettings, withChoices } from '#domain/indicator/settings.ts';
import { madeCases, WEEK, type Made } from './made-cases.ts';

/** Counts of one thing that contain each other, and the histories of what was on time, late and left undone. */
type Chain = { due: string | null; done: string | null; onTime: string; made: readonly [Made, Made, Made] };

const CHAINS: readonly Chain[] = [
  { due: 'B25', done: 'B26', onTime: 'B27', made: ['closed-on-time', 'closed-late', 'close-overdue'] },
  { due: 'B21', done: 'B22', onTime: 'B23', made: ['disposed-on-time', 'disposed-late', 'dispose-overdue'] },
  { due: 'B17', done: 'B18', onTime: 'B19', made: ['dispatched-on-time', 'dispatched-late', 'dispatch-overdue'] },
  { due: null, done: 'B14', onTime: 'B15', made: ['filed-on-time', 'filed-late', 'filed-late'] },
  { due: 'B05', done: null, onTime: 'B06', made: ['verified-on-time', 'verified-late', 'verify-overdue'] },
  { due: 'B07', done: null, onTime: 'B08', made: ['checked-on-time', 'checked-late', 'check-overdue'] },
  { due: 'B10', done: null, onTime: 'B11', made: ['sent-on-time', 'sent-late', 'send-overdue'] },
];

/** Counts that stand for themselves, each with one history. */
const SINGLES: Readonly<Record<string, Made>> = {
  B01: 'reported',
  B02: 'reported-filed',
  B04: 'confirmed',
  B09: 'accepted',
  B16: 'filed-on-time',
  B20: 'dispatched-on-time',
  B24: 'reworked',
  X02: 'disposed-late',
  X03: 'dispose-overdue',
  X04: 'close-overdue',
  X05: 'extended',
  X07: 'returned',
  X08: 'filed-void',
};

/** A count that is part of another: more of it than of the whole cannot be built from cases. */
export const PARTS: readonly (readonly [part: string, whole: string])[] = [
  ...CHAINS.flatMap(({ due, done, onTime }) => {
    const pairs: [string, string][] = [];
    if (done !== null) pairs.push([onTime, done]);
    if (due !== null) pairs.push([onTime, due]);
    if (done !== null && due !== null) pairs.push([done, due]);
    return pairs;
  }),
  ['B02', 'B01'],
  ['B16', 'B14'],
  ['B20', 'B18'],
  ['B20', 'B17'],
  ['B13', 'B12'],
];

/** Cases held at once: of more of one history, the same batch stands for each full batch. */
const BATCH = 10_000;

export type CountBuilder = {
  /** Whether cases of an indicator can be built. */
  builds(id: string): boolean;
  /**
   * Builds cases to the wanted counts and counts them again. Give what one figure needs: counts that contain each other
   * (due, done, on time) are built together, the others from cases of their own.
   */
  count(wanted: ReadonlyMap<string, number>): Map<string, number>;
};

/** Which dispatches are right is counted by what happened to them, whatever the setting of a city is. */
const SETTINGS = withChoices(defaultSettings, { correctDispatch: 'not-redispatched' });

export function createCountBuilder(calendar: CompiledCalendar): CountBuilder {
  const made = madeCases(calendar);
  const ids = [...CHAINS.flatMap(({ due, done, onTime }) => [due, done, onTime]), ...Object.keys(SINGLES)];
  const known = new Set(ids.filter((id) => id !== null));
  const counted = (parts: readonly (readonly [Made, number])[], asked: readonly string[]): Map<string, number> =>
    countMade(made, parts, asked);
  return {
    builds: (id) => known.has(id),
    count(wanted) {
      const result = new Map<string, number>();
      for (const chain of CHAINS) {
        const asked = [chain.due, chain.done, chain.onTime].filter((id) => id !== null && wanted.has(id)) as string[];
        if (asked.length === 0) continue;
        for (const [id, count] of counted(partsOf(chain, wanted), asked)) result.set(id, count);
      }
      for (const [id, count] of wanted) {
        const history = SINGLES[id];
        if (history === undefined) continue;
        for (const [name, found] of counted([[history, count]], [id])) result.set(name, found);
      }
      return result;
    },
  };
}

function partsOf({ due, done, onTime, made }: Chain, wanted: ReadonlyMap<string, number>): [Made, number][] {
  const given = (id: string | null): number | undefined => (id === null ? undefined : wanted.get(id));
  const inTime = given(onTime) ?? 0;
  const finished = given(done) ?? inTime;
  const all = given(due) ?? finished;
  return [
    [made[0], inTime],
    [made[1], finished - inTime],
    [made[2], all - finished],
  ];
}

/** Counts so many cases of each history. The same batch stands for every full batch of its kind. */
function countMade(
  made: ReadonlyMap<Made, CaseFacts>,
  parts: readonly (readonly [Made, number])[],
  asked: readonly string[],
): Map<string, number> {
  const totals = new Map(asked.map((id) => [id, 0]));
  for (const [name, wanted] of parts) {
    const facts = made.get(name);
    if (facts === undefined || wanted === 0) continue;
    const batches = Math.floor(wanted / BATCH);
    const rest = wanted % BATCH;
    const full = batches > 0 ? countBatch(facts, BATCH, asked) : null;
    const last = rest > 0 ? countBatch(facts, rest, asked) : null;
    for (const id of asked) {
      totals.set(id, (totals.get(id) ?? 0) + batches * (full?.get(id) ?? 0) + (last?.get(id) ?? 0));
    }
  }
  return totals;
}

function countBatch(facts: CaseFacts, cases: number, asked: readonly string[]): Map<string, number> {
  const columns = new FactColumns();
  for (let id = 1; id <= cases; id++) columns.set({ ...facts, id });
  const terms = asked.flatMap((id) => termsOf(id, SETTINGS));
  const slots = new Slots(terms);
  const when = {
    from: secondsOf(WEEK.from),
    to: secondsOf(WEEK.to),
    asOf: secondsOf(WEEK.asOf),
    carried: false,
    exemptLeaves: true,
  };
  const grouping = { by: 'path', groups: 1, groupOf: Int32Array.of(0), casePaths: null } as const;
  const counts = countFacts(columns, when, grouping, { categories: null, department: null }, slots);
  return new Map(asked.map((id) => [id, evaluate(id, (term) => counts[slots.of(term)] ?? 0, SETTINGS).numerator ?? 0]));
}
