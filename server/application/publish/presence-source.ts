import type { ScopePlaces } from '#application/projection/place-scope.ts';
import { covers } from '#domain/account/scope.ts';
import type { DeskPerson, Presence } from '#wire/presence.ts';
import type { DeskSeats } from './desk-seats.ts';
import type { Frame, FrameSource } from './frame-channel.ts';

/** Who is at the desks of a scope, told at once when it changes. A case that the scope does not see is nobody's news. */
export class PresenceSource implements FrameSource {
  readonly everyMs = 100;
  private readonly seats: DeskSeats;
  private readonly scope: ScopePlaces;
  private readonly sees: (caseId: number) => boolean;
  private readonly now: () => number;
  private sent = '';

  constructor(seats: DeskSeats, scope: ScopePlaces, sees: (caseId: number) => boolean, now: () => number) {
    this.seats = seats;
    this.scope = scope;
    this.sees = sees;
    this.now = now;
  }

  make(): Frame | null {
    const people = this.people();
    const text = JSON.stringify(people);
    if (text === this.sent) return null;
    this.sent = text;
    const body: Presence = { at: this.now(), people };
    return { full: () => ({ body }) };
  }

  private people(): DeskPerson[] {
    const people = new Map<string, DeskPerson>();
    for (const { id, name, role, scope, caseId } of this.seats.all()) {
      if (!covers(scope, this.scope.code) && !covers(this.scope.code, scope)) continue;
      const person = people.get(id) ?? { id, name, role, caseIds: [] };
      if (caseId !== null && !person.caseIds.includes(caseId) && this.sees(caseId)) person.caseIds.push(caseId);
      people.set(id, person);
    }
    return [...people.values()];
  }
}
