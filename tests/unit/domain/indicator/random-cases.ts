import fc from 'fast-check';
import type { CaseEvent, CaseEventData } from '#domain/case/event.ts';
import { applyEvent, foldCase } from '#domain/case/fold.ts';
import type { Phase } from '#domain/case/stage.ts';
import { at, event, reported } from '../case/sample.ts';

const PLACES = [
  ['120101', '120101001', '120101001001', '120101001001007'],
  ['120101', '120101002', '120101002001', '120101002001001'],
  ['120104', '120104001', null, null],
  ['120104', null, null, null],
  [null, null, null, null],
] as const;

export const BEGIN = at('2026-03-01 08:00');
const MINUTE = 60_000;

type Plan = {
  place: number;
  channel: number;
  start: number;
  steps: readonly { pick: number; minutes: number; flip: boolean }[];
};

const plan: fc.Arbitrary<Plan> = fc.record({
  place: fc.nat(PLACES.length - 1),
  channel: fc.nat(2),
  start: fc.nat(60 * 24 * 60),
  steps: fc.array(fc.record({ pick: fc.nat(1000), minutes: fc.integer({ min: 1, max: 3_000 }), flip: fc.boolean() }), {
    maxLength: 12,
  }),
});

/** Logs of own cases that took any path the rules allow, over some two months. */
export const caseLogs: fc.Arbitrary<CaseEvent[][]> = fc.array(plan.map(logOf), { minLength: 1, maxLength: 25 });

function logOf({ place, channel, start, steps }: Plan): CaseEvent[] {
  const [districtCode, subdistrictCode, communityCode, gridCode] = PLACES[place] ?? PLACES[0];
  let now = BEGIN + start * MINUTE;
  const first = reported(now, {
    channel: (['collector', 'public', 'leader'] as const)[channel] ?? 'collector',
    place: { inside: districtCode !== null, districtCode, subdistrictCode, communityCode, gridCode },
  });
  const events = [first];
  let state = foldCase(events);
  steps.forEach(({ pick, minutes, flip }, index) => {
    now += minutes * MINUTE;
    const possible = state.selfHandled && state.phase === 'accept' ? HANDLED : NEXT[state.phase];
    const make = possible[pick % Math.max(1, possible.length)];
    if (make === undefined) return;
    const next = event(`e${index}`, now, make(flip));
    events.push(next);
    state = applyEvent(state, next);
  });
  return events;
}

type Make = (flip: boolean) => CaseEventData;

const limit = { value: 30, unit: 'minute' } as const;
const disposalLimit = { value: 2, unit: 'working-day' } as const;
const accept: Make = (flip) => ({ type: 'accepted', next: flip ? 'verify' : 'file', limit });
const decline: Make = () => ({ type: 'declined', reason: 'r' });
const verify: Make = (found) => ({ type: 'verified', found, media: [], limit });
const file: Make = (urgent) => ({
  type: 'filed',
  categoryKey: 'gbt30428.2-2013:component:0101',
  conditionNo: 1,
  urgent,
  limit,
  disposalLimit,
  wholeLimit: urgent ? { value: 30, unit: 'urgent-hour' } : { value: 3, unit: 'working-day' },
});
const dispatch: Make = (flip) => ({
  type: 'dispatched',
  department: flip ? '120101-roads' : '120101-water',
  supporting: [],
  limit: null,
  note: '',
});
const feedBack: Make = () => ({ type: 'fed-back', note: '', media: [], limit });
const returned: Make = () => ({ type: 'returned', reason: 'r', limit });
const extend: Make = () => ({ type: 'extended', limit: disposalLimit, reason: 'r' });
const suspend: Make = () => ({ type: 'suspended', reason: 'r', until: null });
const resume: Make = () => ({ type: 'resumed', reason: 'r' });
const check: Make = (passed) => ({ type: 'checked', passed, note: '', media: [], limit });
const close: Make = () => ({ type: 'closed', note: '', forced: false });
const remove: Make = (flip) => (flip ? { type: 'voided', reason: 'r' } : { type: 'joined', to: 'E1', reason: 'r' });
const handleSelf: Make = () => ({ type: 'self-handled', note: '', media: [] });
const exempt: Make = (flip) => ({ type: 'exempted', instance: flip ? 3 : 4, reason: 'r' });

/** What was put right on the spot is closed, or accepted after all. */
const HANDLED: readonly Make[] = [close, close, accept, decline];

/** What may follow in each phase; the usual way is named more often than the others. */
const NEXT: Record<Phase, readonly Make[]> = {
  accept: [accept, accept, accept, accept, decline, handleSelf],
  verify: [verify, verify, verify, decline],
  file: [file, file, file, file, decline, remove],
  dispatch: [dispatch, dispatch, dispatch, remove],
  dispose: [feedBack, feedBack, feedBack, feedBack, dispatch, returned, extend, suspend, resume, remove],
  check: [check, check, check, exempt, remove],
  close: [close, close, close, exempt, remove],
  closed: [exempt],
  void: [],
  declined: [],
};
