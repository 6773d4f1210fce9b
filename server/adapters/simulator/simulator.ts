import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '#application/ports.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import type { CaseSummary } from '#domain/case/case.ts';
import type { Limit } from '#domain/clock/limit.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import type { Team } from '#domain/team/team.ts';
import { Births, type NearComponents } from './births.ts';
import { CityLife, type Doings } from './city-life.ts';
import { Fleet } from './fleet.ts';
import { createIngestClient, type IngestClient } from './ingest-client.ts';
import type { LifeRules } from './life-rules.ts';
import type { SimulatorMemory } from './memory.ts';
import type { EventMessage, ReportMessage } from './messages.ts';
import { isOthersWork } from './others-work.ts';
import { resume } from './resume.ts';
import { SimCity } from './sim-city.ts';
import { historyWindow, pastCases } from './warm-start.ts';
import { Workforce } from './workforce.ts';

export type SimulatorParts = {
  /** Where the public API is, such as http://localhost:3000, and the ingest key of the simulator's own source. */
  baseUrl: string;
  key: string;
  /** The platform's clock: the simulated city lives by it, at whatever speed it runs. */
  clock: Pick<Clock, 'now'>;
  seed: number;
  places: PlaceIndex;
  /** The register, for what reports are about; none: reports name no component. */
  components?: NearComponents;
  /** The handbook in force: departments work to its limits and wait for its seasons; absent or null: the national one. */
  limitOf?: (categoryKey: string, conditionNo: number) => Limit | null;
  calendar: CompiledCalendar;
  /** The roster as the platform knows it. */
  teams: readonly Team[];
  memory: SimulatorMemory;
  /** Days that a new city gets, today included. */
  historyDays?: number;
  say: (line: string) => void;
  onFault: (what: string, error: unknown) => void;
};

export type Simulator = {
  /** Resolves when the city stands as if it had always been there: right after a restart, seconds after a first start. */
  readonly ready: Promise<void>;
  /** Resolves when the days before are told too. */
  readonly past: Promise<void>;
  /** Ends after the message at hand. */
  stop(): Promise<void>;
};

const TICK_MS = 1_000;
/** A moving team is told of this often in the city's own time, but at most once a second. */
const FIX_EVERY_MS = 5_000;
/** Half the beat that is expected of it: one that is lost does no harm. */
const BEAT_EVERY_MS = 5_000;
/** What a report with its past weighs; the API takes 1,000 items and 2 MiB. */
const OPEN_BATCH = 200;
const PAST_BATCH = 120;
/** A simulator that starts again looks back a little further than it must. */
const OVERLAP_MS = 30 * 60_000;
/** A case that cannot be looked up or moved is left alone after so many times. */
const MOST_TRIES = 5;

/**
 * The simulated city as one more source: it reports, moves its own cases and tells positions through the public API,
 * and nothing else. Starts at once; a platform that knows none of its cases gets the last days first.
 */
export function startSimulator(parts: SimulatorParts): Simulator {
  const ending = new AbortController();
  const run = new Run(parts, createIngestClient(parts.baseUrl, parts.key, ending.signal), ending.signal);
  const ready = run.takeUp();
  const past = ready.then(() => run.tellPast());
  const living = ready.then(() => run.live());
  const driving = run.drive();
  const all = [ready, past, living, driving].map((work) =>
    work.catch((error: unknown) => {
      if (!ending.signal.aborted) parts.onFault('the simulated city has stopped', error);
    }),
  );
  return {
    ready,
    past,
    async stop() {
      ending.abort(new Error('the simulator was stopped'));
      await Promise.all(all);
    },
  };
}

class Run {
  private readonly parts: SimulatorParts;
  private readonly client: IngestClient;
  private readonly signal: AbortSignal;
  private readonly rules: LifeRules;
  private readonly births: Births;
  private readonly fleet: Fleet;
  private life: CityLife;
  /** Numbers of the open cases here, by their ids in the simulator. */
  private readonly numbers = new Map<string, string>();
  /** Cases that are not where they were planned to be, and how often they were looked up in vain. */
  private readonly astray = new Map<string, number>();
  private readonly rejections = new Map<string, number>();
  /** Days whose closed cases are still to be told: [from, until], null when the platform has them. */
  private untold: { from: number; until: number; now: number } | null = null;

  constructor(parts: SimulatorParts, client: IngestClient, signal: AbortSignal) {
    const { seed, calendar, places, components, teams, clock } = parts;
    this.parts = parts;
    this.client = client;
    this.signal = signal;
    const city = new SimCity(places);
    this.births = new Births(seed, city, calendar, components);
    this.fleet = new Fleet(seed, city, calendar, teams, clock.now());
    this.rules = {
      seed,
      calendar,
      workforce: new Workforce(seed, city),
      limitOf: (categoryKey, conditionNo) =>
        parts.limitOf?.(categoryKey, conditionNo) ?? this.births.limitOf(categoryKey, conditionNo),
      crewOf: (department, random) => this.fleet.crewOf(department, random),
    };
    this.life = new CityLife(this.rules, this.births, clock.now());
  }

  /** Takes up the open cases that the platform has, or brings those that it ought to have. */
  async takeUp(): Promise<void> {
    const { memory, clock, say } = this.parts;
    const known = await memory.openCases();
    const now = clock.now();
    const window = historyWindow(this.rules, now, this.parts.historyDays);
    this.life = new CityLife(this.rules, this.births, now + 1);
    const taken = new Set<string>();
    let newest = window.from;
    for (const summary of known) {
      taken.add(summary.externalId);
      newest = Math.max(newest, summary.reportedAt, summary.stageEnteredAt);
      this.numbers.set(summary.externalId, summary.number);
      const living = resume(this.rules, this.births, summary, now);
      if (living) this.life.adopt(living);
    }
    const isNew = known.length === 0;
    const from = isNew ? window.from : Math.max(window.from, newest - OVERLAP_MS);
    const sending = this.sender(OPEN_BATCH);
    for await (const { message, living, open } of pastCases(this.rules, this.births, { from, until: now, now })) {
      this.signal.throwIfAborted();
      if (!open || taken.has(message.sourceId)) continue;
      this.life.adopt(living);
      await sending.put(message);
    }
    await sending.end();
    const complete = !isNew && (await memory.hasReports(window.from, window.firstDayEnds));
    this.untold = complete ? { from, until: now, now } : { from: window.from, until: now, now };
    say(`simulated city: ${this.life.open.toLocaleString('en')} open cases`);
  }

  /** Tells what was closed by the time of the start, newest day first, without hurry. */
  async tellPast(): Promise<void> {
    const { untold } = this;
    if (untold === null) return;
    const sending = this.sender(PAST_BATCH);
    for await (const { message, open } of pastCases(this.rules, this.births, untold)) {
      this.signal.throwIfAborted();
      if (!open) await sending.put(message);
    }
    await sending.end();
    this.untold = null;
  }

  /** Sends reports in batches while more are thought of; `put` waits while two batches are on their way. */
  private sender(size: number): { put(message: ReportMessage): Promise<void>; end(): Promise<void> } {
    const onTheWay = new Set<Promise<void>>();
    let batch: ReportMessage[] = [];
    const send = (): void => {
      const sent = this.report(batch).finally(() => onTheWay.delete(sent));
      // Whoever waits next hears of it.
      sent.catch(() => undefined);
      onTheWay.add(sent);
      batch = [];
    };
    return {
      put: async (message) => {
        batch.push(message);
        if (batch.length < size) return;
        send();
        if (onTheWay.size >= 2) await Promise.race(onTheWay);
      },
      end: async () => {
        if (batch.length > 0) send();
        await Promise.all(onTheWay);
      },
    };
  }

  /** Lets time go by: what falls is told within a second. */
  async live(): Promise<void> {
    for (let told = performance.now(); ;) {
      this.signal.throwIfAborted();
      const doings = this.life.collect(this.parts.clock.now());
      const nothing = doings.reports.length === 0 && doings.events.length === 0;
      const silent = performance.now() - told;
      if (!nothing) await this.tell(doings);
      else if (silent >= BEAT_EVERY_MS) await this.client.beat();
      else await sleep(TICK_MS, undefined, { signal: this.signal });
      if (!nothing || silent >= BEAT_EVERY_MS) told = performance.now();
      for (const [id, tries] of [...this.astray]) await this.lookAgain(id, tries);
    }
  }

  /** Moves the teams and tells where they are. */
  async drive(): Promise<void> {
    const { clock } = this.parts;
    for (let next = clock.now(); ;) {
      await this.client.positions(this.fleet.moveTo(clock.now()));
      next = Math.max(next + FIX_EVERY_MS, clock.now());
      do await sleep(TICK_MS, undefined, { signal: this.signal });
      while (clock.now() < next);
    }
  }

  private async tell({ reports, events, dispatched, disposed }: Doings): Promise<void> {
    await this.report(reports);
    const own = await this.withoutOthersWork(events);
    const results = await this.client.caseEvents(own);
    for (const it of dispatched) this.fleet.call(it);
    for (const it of disposed) this.fleet.release(it);
    for (const [i, { caseSourceId: id = '' }] of own.entries()) {
      const result = results[i];
      if (result?.status === 'rejected') this.rejected(id, result);
      else if (!this.life.has(id)) this.release(id);
    }
  }

  /** Dispatching is possible twice, and an answer may meet another's request: what an officer has done stays as it is. */
  private async withoutOthersWork(events: readonly EventMessage[]): Promise<EventMessage[]> {
    const taken = new Set<string>();
    const asked = new Set<string>();
    for (const event of events) {
      const id = event.caseSourceId ?? '';
      if (event.type !== 'move') continue;
      if (event.move.move === 'ask') asked.add(id);
      // What is asked by the same message cannot have been answered.
      const isAnswer = event.move.move === 'answer' && !asked.has(id);
      if (event.move.move !== 'dispatch' && !isAnswer) continue;
      const found = await this.find(id);
      if (found !== null && isOthersWork(found, event.move)) taken.add(id);
    }
    for (const id of taken) this.astray.set(id, 0);
    return events.filter(({ caseSourceId }) => !taken.has(caseSourceId ?? ''));
  }

  private async report(messages: readonly ReportMessage[]): Promise<void> {
    const results = await this.client.reports(messages);
    for (const [i, result] of results.entries()) {
      const id = messages[i]?.sourceId ?? '';
      if (result.status !== 'rejected' && this.life.has(id)) this.numbers.set(id, result.caseNumber);
      if (result.status === 'duplicate' && this.life.has(id)) this.astray.set(id, 0);
      if (result.status === 'rejected') this.giveUp(id, result);
    }
  }

  /** Not as planned: it is looked at again, but not for ever. */
  private rejected(id: string, why: unknown): void {
    const times = (this.rejections.get(id) ?? 0) + 1;
    this.rejections.set(id, times);
    if (times > MOST_TRIES) this.giveUp(id, why);
    else this.astray.set(id, 0);
  }

  /** Somebody else moved it, or it was known already: goes on from where the platform has it. */
  private async lookAgain(id: string, tries: number): Promise<void> {
    if (tries >= MOST_TRIES) return this.giveUp(id, { status: 'rejected' });
    this.astray.set(id, tries + 1);
    const summary = await this.find(id);
    if (summary === null) return;
    this.astray.delete(id);
    this.life.forget(id);
    const living = resume(this.rules, this.births, summary, this.parts.clock.now());
    if (living) this.life.adopt(living);
    else this.release(id);
  }

  /** The case as the platform has it; null when it cannot say now. */
  private async find(id: string): Promise<CaseSummary | null> {
    // Thousands may be looked up one after another when a city is taken up again: a stop does not wait for them.
    this.signal.throwIfAborted();
    const number = this.numbers.get(id);
    if (number === undefined) return null;
    try {
      return await this.parts.memory.find(number);
    } catch (error) {
      this.parts.onFault(`case ${number} could not be looked up`, error);
      await sleep(TICK_MS, undefined, { signal: this.signal });
      return null;
    }
  }

  private release(id: string): void {
    this.astray.delete(id);
    this.numbers.delete(id);
    this.rejections.delete(id);
  }

  private giveUp(id: string, why: unknown): void {
    this.life.forget(id);
    this.release(id);
    this.parts.onFault(`the simulated city leaves case ${id} alone`, new Error(JSON.stringify(why)));
  }
}
