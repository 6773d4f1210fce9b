import { calendarAt } from '#domain/calendar/calendar-at.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import type { CaseState } from '#domain/case/case.ts';
import { judged as judgedState } from '#domain/case/charge.ts';
import { runningClocks, stageClockFacts } from '#domain/case/deadlines.ts';
import { endsDisposal } from '#domain/case/disposal.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import { applyEvent, foldCase, isInOrder } from '#domain/case/fold.ts';
import { computeClock, type ClockThresholds } from '#domain/clock/clock.ts';
import type { ClockFacts } from '#domain/clock/facts.ts';
import type { CaseWrite, FoundCases, NewCase, StoredCase } from '../ports.ts';

type Newborn = Pick<NewCase, 'source' | 'externalId' | 'simulated' | 'numberPrefix' | 'numberDay'>;

/** A case as a batch works on it: what is stored (if anything) and the events that the batch adds. */
export class CaseDraft {
  readonly stored: StoredCase | null;
  readonly newborn: Newborn | null;
  readonly added: CaseEvent[] = [];
  private current: CaseState | null;
  /** Clocks of the disposals that added events ended, by event id. */
  private readonly judged = new Map<string, ClockFacts>();
  private lastAt: number;
  private readonly known: Set<string>;
  private readonly storedEvents: () => CaseEvent[];

  constructor(from: { stored: StoredCase; found: FoundCases } | { newborn: Newborn }) {
    if ('stored' in from) {
      const { stored, found } = from;
      this.stored = stored;
      this.newborn = null;
      this.current = stored.state;
      this.storedEvents = () => found.eventsOf(stored.id);
      this.known = new Set(found.eventIds(stored.id));
      this.lastAt = this.storedEvents().reduce((latest, event) => Math.max(latest, event.at), 0);
    } else {
      this.stored = null;
      this.newborn = from.newborn;
      this.current = null;
      this.storedEvents = () => [];
      this.known = new Set();
      this.lastAt = 0;
    }
  }

  /** The case as it is now; only a case without any event has no state. */
  get state(): CaseState {
    if (this.current === null) throw new RangeError('a case begins with its report');
    return this.current;
  }

  /** When the newest event so far happened. */
  get newestAt(): number {
    return this.lastAt;
  }

  /** All events, stored and added, in log order. */
  events(): CaseEvent[] {
    return [...this.storedEvents(), ...this.added];
  }

  has(eventId: string): boolean {
    return this.known.has(eventId);
  }

  /** Adds an event; false when the case has it already. A late one folds the whole log again. */
  append(event: CaseEvent): boolean {
    if (this.known.has(event.eventId)) return false;
    this.known.add(event.eventId);
    this.added.push(event);
    const before = this.current;
    this.current =
      before !== null && isInOrder(before, this.lastAt, event) ? applyEvent(before, event) : foldCase(this.events());
    if (before !== null) this.noteJudged(before, this.current, event.eventId);
    this.lastAt = Math.max(this.lastAt, event.at);
    return true;
  }

  private noteJudged(before: CaseState, after: CaseState, eventId: string): void {
    const passage = before.instances.at(-1);
    if (passage === undefined || !endsDisposal(before.phase, after.phase)) return;
    const facts = stageClockFacts(passage);
    if (facts !== null) this.judged.set(eventId, facts);
  }

  /** What to write; null when nothing was added. */
  toWrite(calendar: CompiledCalendar, thresholds: ClockThresholds): CaseWrite | null {
    if (this.added.length === 0) return null;
    const judged = new Map<string, number>();
    const local = calendarAt(calendar, this.state.place.districtCode);
    for (const [eventId, facts] of this.judged) {
      const { dueAt } = computeClock(facts, local, thresholds);
      if (dueAt !== null) judged.set(eventId, dueAt);
    }
    const state = judgedState(this.state, calendar);
    const clocks = runningClocks(state, calendar, thresholds);
    const change = { events: this.added, state, clocks, judged };
    if (this.stored) return { kind: 'changed', id: this.stored.id, ...change };
    return { kind: 'new', ...this.newborn!, ...change };
  }
}

/** The cases of one batch: a later job of the batch sees what an earlier one did. */
export class DraftBook {
  private readonly found: FoundCases;
  private readonly byStoredId = new Map<number, CaseDraft>();
  private readonly byExternalKey = new Map<string, CaseDraft>();
  readonly drafts: CaseDraft[] = [];

  constructor(found: FoundCases) {
    this.found = found;
  }

  byNumber(number: string): CaseDraft | undefined {
    return this.open(this.found.byNumber(number));
  }

  byId(id: number): CaseDraft | undefined {
    return this.open(this.found.byId(id));
  }

  byExternal(source: string, externalId: string): CaseDraft | undefined {
    return (
      this.byExternalKey.get(externalKey(source, externalId)) ?? this.open(this.found.byExternal(source, externalId))
    );
  }

  create(newborn: Newborn): CaseDraft {
    const draft = new CaseDraft({ newborn });
    this.byExternalKey.set(externalKey(newborn.source, newborn.externalId), draft);
    this.drafts.push(draft);
    return draft;
  }

  private open(stored: StoredCase | undefined): CaseDraft | undefined {
    if (!stored) return undefined;
    const opened = this.byStoredId.get(stored.id);
    if (opened) return opened;
    const draft = new CaseDraft({ stored, found: this.found });
    this.byStoredId.set(stored.id, draft);
    this.byExternalKey.set(externalKey(stored.source, stored.externalId), draft);
    this.drafts.push(draft);
    return draft;
  }
}

function externalKey(source: string, externalId: string): string {
  return `${source}\u0000${externalId}`;
}
