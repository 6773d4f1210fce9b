import type { AuditEvent } from './walk.ts';
import { type AuditCalendar, WorkingDays } from './working-days.ts';

/** A calendar version and the instant (epoch ms) from which it was the current one. */
export type ShelvedCalendar = { version: string; since: number; document: AuditCalendar };

/** All calendar versions a log was written under, each counted in the platform's own zone. */
export class CalendarShelf {
  private readonly versions: { version: string; since: number; days: WorkingDays }[];

  /** @param zone the platform's zone; without it each calendar's own. @throws Error without any calendar. */
  constructor(calendars: readonly ShelvedCalendar[], zone?: string) {
    if (calendars.length === 0) throw new Error('there is no calendar to audit with');
    this.versions = calendars
      .map(({ version, since, document }) => ({
        version,
        since,
        days: new WorkingDays(zone === undefined ? document : { ...document, zone }),
      }))
      .sort((a, b) => a.since - b.since);
  }

  /** What the case's clocks were counted with after the first `end` of its events (in log order). */
  inForce(events: readonly AuditEvent[], end: number): WorkingDays {
    const last = events[end - 1];
    const before = events.slice(0, end).findLast(({ type }) => type === 'restated');
    const after = events.slice(end).find(({ type }) => type === 'restated');
    // A change of calendar is written into the log of every case that it touches: the log knows best.
    const named = last?.type === 'restated' ? last.data['to'] : (after?.data['from'] ?? before?.data['to']);
    const byName = this.versions.find(({ version }) => version === named);
    const byTime = this.versions.findLast(({ since }) => since <= (last?.recordedAt ?? 0));
    return (byName ?? byTime ?? this.versions[0]!).days;
  }
}
