import { dayIndexAt } from '#domain/calendar/working-time.ts';
import { isEnd } from '#domain/case/stage.ts';
import { Agenda } from './agenda.ts';
import type { Births } from './births.ts';
import { begin, nextAt, step, type Living } from './life.ts';
import type { LifeRules } from './life-rules.ts';
import { eventMessage, reportMessage, type EventMessage, type ReportMessage } from './messages.ts';
import type { DayOfReports } from './rhythm.ts';
import type { SimCase } from './sim-case.ts';

/** What falls in one stretch of time: reports first, then events, each in order of time. */
export type Doings = {
  reports: ReportMessage[];
  events: EventMessage[];
  /** Cases that a department got or that were disposed of, for those who drive out. */
  dispatched: SimCase[];
  disposed: SimCase[];
};

type Item = { kind: 'birth'; day: DayOfReports; n: number } | { kind: 'act'; id: string };

/** The simulated city's cases as time goes by: what is reported and what happens to it, in order. No I/O, no clock. */
export class CityLife {
  private readonly rules: LifeRules;
  private readonly births: Births;
  private readonly agenda = new Agenda<Item>();
  private readonly living = new Map<string, Living>();

  /** @param from first instant (epoch ms) of which reports are made; those before are somebody else's to bring. */
  constructor(rules: LifeRules, births: Births, from: number) {
    this.rules = rules;
    this.births = births;
    const day = births.day(dayIndexAt(rules.calendar, from));
    this.putBirth(
      day,
      day.arrivals.findIndex((at) => at >= from),
      from,
    );
  }

  /** Open cases that it leads. */
  get open(): number {
    return this.living.size;
  }

  has(id: string): boolean {
    return this.living.has(id);
  }

  cases(): Iterable<SimCase> {
    return [...this.living.values()].map((one) => one.case);
  }

  /** Takes over a case that is reported already; in place of what was known of it. */
  adopt(one: Living): void {
    const { id } = one.case;
    const at = nextAt(one);
    if (at === null) return void this.living.delete(id);
    this.living.set(id, one);
    this.agenda.put(at, { kind: 'act', id });
  }

  /** Leaves a case alone from now on. */
  forget(id: string): void {
    this.living.delete(id);
  }

  /** All that falls by `until` (epoch ms), at most `most` messages of a kind. */
  collect(until: number, most = 1_000): Doings {
    const doings: Doings = { reports: [], events: [], dispatched: [], disposed: [] };
    while (doings.reports.length < most && doings.events.length < most) {
      const due = this.agenda.take(until);
      if (due === null) break;
      if (due.item.kind === 'birth') this.report(due.item.day, due.item.n, doings);
      else this.act(due.item.id, due.at, doings);
    }
    return doings;
  }

  private report(day: DayOfReports, n: number, doings: Doings): void {
    const birth = this.births.birth(day, n);
    doings.reports.push(reportMessage(birth, []));
    this.adopt(begin(this.rules, birth.case));
    this.putBirth(day, n + 1, birth.case.reportedAt);
  }

  private act(id: string, at: number, doings: Doings): void {
    const one = this.living.get(id);
    // Forgotten, or adopted anew with other plans since this was put down.
    if (one === undefined || nextAt(one) !== at) return;
    const { told, after } = step(this.rules, one);
    doings.events.push(eventMessage(one.case, told));
    if (told.move.move === 'dispatch') doings.dispatched.push(after.case);
    if (one.case.phase === 'dispose' && after.case.phase !== 'dispose') doings.disposed.push(after.case);
    if (isEnd(after.case.phase)) this.living.delete(id);
    else this.adopt(after);
  }

  private putBirth(day: DayOfReports, n: number, after: number): void {
    const at = n < 0 ? undefined : day.arrivals[n];
    if (at !== undefined) return this.agenda.put(at, { kind: 'birth', day, n });
    if (day.dayIndex + 1 >= this.rules.calendar.dayCount) return;
    const tomorrow = this.births.day(day.dayIndex + 1);
    this.agenda.put(Math.max(tomorrow.arrivals[0] ?? after, after), { kind: 'birth', day: tomorrow, n: 0 });
  }
}
