import { clockOf, thresholdsOf, type Limit, type Reached, type Running } from './walked-clock.ts';
import type { WorkingDays } from './working-days.ts';

/** A case event as the log holds it. Instants in epoch ms. */
export type AuditEvent = {
  position: number;
  recordedAt: number;
  eventId: string;
  type: string;
  at: number;
  data: Record<string, unknown>;
};

const FLOW = [
  'reported',
  'accepted',
  'declined',
  'verified',
  'filed',
  'dispatched',
  'passed',
  'self-handled',
  'team-sent',
  'supported',
  'returned',
  'extended',
  'shortened',
  'suspended',
  'resumed',
  'restated',
  'supervised',
  'supervision-lifted',
  'replied',
  'urged',
  'requested',
  'answered',
  'exempted',
  'duplicate-joined',
  'fed-back',
  'checked',
  'reworked',
  'told',
  'commented',
  'closed',
  'voided',
  'joined',
];

/** Plain replay of one case: what clocks run after these events, and when do they warn and time out. */
export function reachedAfter(events: readonly AuditEvent[], days: WorkingDays): Reached[] {
  const ordered = [...events].sort(
    (a, b) =>
      Number(b.type === 'reported') - Number(a.type === 'reported') ||
      a.at - b.at ||
      FLOW.indexOf(a.type) - FLOW.indexOf(b.type) ||
      (a.eventId < b.eventId ? -1 : 1),
  );
  const walk = new Walk();
  for (const event of ordered) walk.take(event);
  const local = days.of(walk.district);
  const clocks = [walk.stage, walk.whole].flatMap((clock) =>
    clock && walk.open && !walk.paused ? thresholdsOf(clock, local) : [],
  );
  return [...clocks, ...walk.repliesOwed()];
}

class Walk {
  stage: Running | null = null;
  whole: Running | null = null;
  /** Where the case lies: whose platform's hours count. */
  district: string | null = null;
  open = true;
  private suspended = false;
  /** Numbers of waiting requests that stop the clocks. */
  private readonly waiting = new Set<number>();
  /** Numbers of supervisions that wait for a reply, with the instant by which they demand it. */
  private readonly owed = new Map<number, number>();
  private supervisions = 0;
  private passages = 0;
  private reportedAt = 0;
  private phase = '';
  private disposal: Limit | null = null;
  private wholeStopped = false;

  take({ type, at, data }: AuditEvent): void {
    const limit = (data['limit'] ?? null) as Limit | null;
    if (data['place'] != null) this.district = (data['place'] as { districtCode: string | null }).districtCode;
    if (type === 'passed') this.district ??= String(data['to']);
    if (type === 'reported') {
      this.reportedAt = at;
      this.enter('accept', at, limit);
      if (data['dueGiven'] != null) this.whole = clockOf(0, at, [], data['dueGiven'] as number);
    } else if (type === 'passed') this.enter('accept', at, limit);
    else if (type === 'shortened') {
      if (this.stage) {
        this.stage.parts[0] = limit!;
        this.stage.round += 1;
      }
    } else if (type === 'accepted') this.enter(String(data['next']), at, limit);
    else if (type === 'verified') this.enter(data['found'] ? 'file' : 'accept', at, limit);
    else if (type === 'filed') {
      this.disposal = (data['disposalLimit'] ?? null) as Limit | null;
      if (this.whole?.given == null) {
        const wholeLimit = (data['wholeLimit'] ?? null) as Limit | null;
        this.whole = clockOf(0, at, wholeLimit ? [wholeLimit] : [], null);
      }
      this.enter('dispatch', at, limit);
    } else if (type === 'dispatched' || type === 'reworked') this.enter('dispose', at, limit ?? this.disposal);
    else if (type === 'returned') this.enter('dispatch', at, limit);
    else if (type === 'fed-back') this.enter('check', at, limit);
    else if (type === 'checked') {
      if (data['passed']) this.enter('close', at, limit);
      else this.enter('dispose', at, limit ?? this.disposal);
    } else if (type === 'requested') {
      if (data['pauses']) this.stopOrGo(at, () => this.waiting.add(data['no'] as number));
    } else if (type === 'answered') this.stopOrGo(at, () => this.waiting.delete(data['no'] as number));
    else if (type === 'extended')
      this.both((clock) => {
        clock.parts.push(limit!);
        clock.round += 1;
      });
    else if (type === 'suspended') this.stopOrGo(at, () => (this.suspended = true));
    else if (type === 'resumed') this.stopOrGo(at, () => (this.suspended = false));
    else if (type === 'restated')
      this.both((clock) => {
        clock.round += 1;
      });
    else if (type === 'supervised') {
      this.supervisions += 1;
      if (data['replyBy'] != null) this.owed.set(this.supervisions, data['replyBy'] as number);
    } else if (type === 'replied') this.owed.delete(data['no'] as number);
    else if (type === 'supervision-lifted') this.owed.clear();
    else if (type === 'declined' || type === 'voided' || type === 'closed' || type === 'joined') this.end(type, at);
    else if (type === 'told') this.told(at, data);
  }

  /** Replies that are owed while the case is open, whether its clocks stand still or not. */
  repliesOwed(): Reached[] {
    if (!this.open) return [];
    return [...this.owed].map(([instance, at]) => ({ instance, round: 0, threshold: 'reply-late', at }));
  }

  private told(at: number, data: Record<string, unknown>): void {
    if ('dueAt' in data) {
      const due = data['dueAt'] as number | null;
      this.whole ??= clockOf(0, this.reportedAt, [], null);
      if (this.whole.given !== due) {
        this.whole.given = due;
        this.whole.round += 1;
      }
    }
    const phase = data['phase'] as string | undefined;
    if (phase === undefined || phase === this.phase) return;
    if (['closed', 'void', 'declined'].includes(phase)) this.end(phase, at);
    else this.enter(phase, at, null);
  }

  /** Leaving a stage ends its suspension, and what was asked about it is no longer waited for. */
  private go(at: number): void {
    this.stopOrGo(at, () => {
      this.suspended = false;
      this.waiting.clear();
    });
  }

  private enter(phase: string, at: number, limit: Limit | null): void {
    this.go(at);
    this.passages += 1;
    this.phase = phase;
    this.open = true;
    this.stage = limit ? clockOf(this.passages, at, [limit], null) : null;
    if (this.wholeStopped && this.whole) this.whole.round += 1;
    this.wholeStopped = false;
  }

  private end(phase: string, at: number): void {
    this.go(at);
    this.phase = phase;
    this.open = false;
    this.stage = null;
    this.wholeStopped = this.whole !== null;
  }

  get paused(): boolean {
    return this.suspended || this.waiting.size > 0;
  }

  /** Clocks stand still from where something first stops them to where nothing does any more. */
  private stopOrGo(at: number, change: () => void): void {
    const before = this.paused;
    change();
    if (before === this.paused) return;
    if (!before) return this.both((clock) => clock.pauses.push([at, null]));
    this.both((clock) => {
      const last = clock.pauses.at(-1);
      if (last) last[1] = Math.max(at, last[0]);
      clock.round += 1;
    });
  }

  private both(change: (clock: Running) => void): void {
    if (this.stage) change(this.stage);
    if (this.whole && !this.wholeStopped) change(this.whole);
  }
}
