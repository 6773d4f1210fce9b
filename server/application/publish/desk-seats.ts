import type { Principal, Role } from '#domain/account/role.ts';
import { covers } from '#domain/account/scope.ts';
import { ALERT_TAKERS } from '#wire/http/access.ts';

/** One open desk: a page of somebody who works alerts. `caseId` is the case that is open on it. */
export type DeskSeat = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly scope: string;
  readonly department: string | null;
  readonly caseId: number | null;
};

/** What nodes tell one another of their desks, all of a node's at once. Forgettable: said again every few seconds. */
export interface SeatShare {
  share(seats: readonly DeskSeat[]): void;
  onSeats(listener: (node: string, seats: readonly DeskSeat[]) => void): () => void;
}

/** Said again this often; a node that has not said anything for three times as long has gone. */
const SAY_EVERY_MS = 3_000;
const GONE_AFTER_MS = 3 * SAY_EVERY_MS;

/** Who sits at which desk, on this node and on the others. */
export class DeskSeats {
  /** Grows with every change. */
  version = 0;
  private readonly own = new Map<object, DeskSeat>();
  private readonly others = new Map<string, { seats: readonly DeskSeat[]; heardAt: number }>();
  private readonly now: () => number;
  private readonly onShared: ((seats: readonly DeskSeat[]) => void) | null;
  private readonly stops: (() => void)[] = [];

  /** `now`: ms of a clock that never steps. */
  constructor(now: () => number, share?: SeatShare) {
    this.now = now;
    this.onShared = share ? (seats) => share.share(seats) : null;
    if (!share) return;
    this.stops.push(share.onSeats((node, seats) => this.hear(node, seats)));
    const timer = setInterval(() => this.say(), SAY_EVERY_MS);
    this.stops.push(() => clearInterval(timer));
  }

  stop(): void {
    for (const stop of this.stops.splice(0)) stop();
  }

  /** Somebody opened a desk; `seat` stands for the connection. */
  sit(seat: object, who: Pick<Principal, 'id' | 'name' | 'role' | 'scope' | 'department'>): void {
    const { id, name, role, scope, department } = who;
    this.own.set(seat, { id, name, role, scope, department, caseId: null });
    this.changed();
  }

  /** Another case is open on it; null: none. */
  attend(seat: object, caseId: number | null): void {
    const known = this.own.get(seat);
    if (known === undefined || known.caseId === caseId) return;
    this.own.set(seat, { ...known, caseId });
    this.changed();
  }

  leave(seat: object): void {
    if (this.own.delete(seat)) this.changed();
  }

  /** All desks, this node's first. */
  all(): DeskSeat[] {
    const since = this.now() - GONE_AFTER_MS;
    for (const [node, { heardAt }] of this.others) {
      if (heardAt >= since) continue;
      this.others.delete(node);
      this.version += 1;
    }
    return [...this.own.values(), ...[...this.others.values()].flatMap(({ seats }) => seats)];
  }

  /** How many people answer for the alerts of a place: those whose reach it lies in, or who have a part of it. */
  officersOf(place: string): number {
    const officers = this.all().filter(
      ({ role, scope }) => ALERT_TAKERS.some((one) => one === role) && (covers(scope, place) || covers(place, scope)),
    );
    return new Set(officers.map(({ id }) => id)).size;
  }

  private hear(node: string, seats: readonly DeskSeat[]): void {
    const before = this.others.get(node);
    this.others.set(node, { seats, heardAt: this.now() });
    if (JSON.stringify(before?.seats) !== JSON.stringify(seats)) this.version += 1;
  }

  private changed(): void {
    this.version += 1;
    this.say();
  }

  private say(): void {
    this.onShared?.([...this.own.values()]);
  }
}
