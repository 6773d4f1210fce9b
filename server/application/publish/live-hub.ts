import { StoreUnavailable, type LogEntry } from '#application/ports.ts';
import { FeedAges, type FeedDeclaration } from '#application/projection/feed-ages.ts';
import { LogFollower } from '#application/projection/log-follower.ts';
import { PlaceOrdinals, type ScopePlaces } from '#application/projection/place-scope.ts';
import { TeamTable, type TeamNow } from '#application/projection/team-table.ts';
import type { Principal } from '#domain/account/role.ts';
import type { ShiftLoad } from '#domain/alert/shift-load.ts';
import type { CaseSummary } from '#domain/case/case.ts';
import { CANARY_SOURCE, type Canary } from '#domain/feed/canary.ts';
import type { Fix, Team } from '#domain/team/team.ts';
import type { AlertRow, CanaryFrame, Figures, Lane, Status } from '#wire/figures.ts';
import type { Resume, Topic, WireError } from '#wire/protocol.ts';
import { rowOf } from '#wire/policy.ts';
import { DeskSeats } from './desk-seats.ts';
import { DriftWatch } from './drift-watch.ts';
import { LiveCore, type LiveOwn } from './live-core.ts';
import type { FeedBeat, LiveHubParts } from './live-parts.ts';
import { Outboxes } from './outboxes.ts';
import { realPace, type Pace, type Subscriber } from './subscriber.ts';

const tickMs = 50;
const secondMs = 1_000;
/** Tasks are given out every three seconds, and taken by collectors at any time. */
const holdersMs = 3_000;
const rosterMs = 60_000;
const pastMs = 3_600_000;

/** The live picture of one node and everybody who follows it. Make one with createLiveHub. */
export class LiveHub {
  private readonly parts: LiveHubParts;
  private readonly pace: Pace;
  private readonly places: PlaceOrdinals;
  private readonly teams: TeamTable;
  private readonly ages: FeedAges;
  private readonly outboxes: Outboxes;
  /** Who sits at which desk. */
  readonly seats: DeskSeats;
  private readonly drift: DriftWatch;
  private readonly stops: (() => void)[] = [];
  private core: LiveCore | null = null;
  private follower: LogFollower | null = null;
  private builds = 0;
  private reachable = true;
  private flushing = false;
  private readingHolders = false;
  private rebuilding: Promise<void> | null = null;
  /** A picture that must be built anew and could not be yet. */
  private broken = false;
  /** Up to when the picture is known to hold all that was stored, by the platform's clock. */
  private heldAt: number | null = null;
  private stopped = false;

  constructor(parts: LiveHubParts) {
    this.parts = parts;
    this.pace = parts.pace ?? realPace;
    this.places = new PlaceOrdinals(parts.dictionary);
    this.teams = new TeamTable(this.places);
    this.ages = new FeedAges(this.places);
    this.seats = new DeskSeats(() => this.pace.now(), parts.seatShare);
    for (const feed of parts.feeds ?? []) this.declareFeed(feed);
    this.outboxes = new Outboxes((error) => this.fault('a subscriber failed and was dropped', error));
    this.drift = new DriftWatch(parts.storeCounts, (what, error) => this.fault(what, error));
  }

  /** Builds the picture from the store and begins to follow the log. Rejects with StoreUnavailable. */
  async start(): Promise<void> {
    this.teams.setRoster(await this.parts.teams.roster());
    for (const { receivedAt, ...fix } of await this.parts.teams.latestFixes()) this.teams.apply([fix], receivedAt);
    await this.build();
    const { bell, fixShare, beatShare } = this.parts;
    if (bell) this.stops.push(bell.onRing((position) => this.follower?.hear(position)));
    if (fixShare) this.stops.push(fixShare.onFixes((fixes, receivedAt) => this.takeFixes(fixes, receivedAt)));
    if (beatShare) this.stops.push(beatShare.onBeat((beat) => this.setFeedBeat(beat)));
    this.stops.push(this.pace.every(tickMs, () => this.tick()));
    this.stops.push(this.pace.every(secondMs, () => this.second()));
    this.stops.push(this.pace.every(holdersMs, () => void this.readHolders()));
    this.stops.push(this.pace.every(rosterMs, () => void this.readRoster()));
    this.stops.push(this.pace.every(pastMs, () => void this.readPast()));
  }

  /** Tells everybody to come back later and stops. */
  stop(retryAfterMs = 1_000): void {
    this.stopped = true;
    this.seats.stop();
    for (const stop of this.stops.splice(0)) stop();
    this.dismiss(retryAfterMs);
  }

  /** Tells everybody who is connected to come back later, while they still can be told. */
  dismiss(retryAfterMs = 1_000): void {
    this.outboxes.dismiss('server-stopping', retryAfterMs);
  }

  /** Entries that this node has just committed. */
  apply(entries: readonly LogEntry[]): void {
    const last = entries.at(-1);
    if (!last) return;
    this.follower?.handOver(entries);
    this.parts.bell?.ring(last.position);
  }

  /** Positions that came to this node, already stored; told to the other nodes too. */
  applyFixes(fixes: readonly Fix[], receivedAt: number): void {
    this.takeFixes(fixes, receivedAt);
    this.parts.fixShare?.share(fixes, receivedAt);
  }

  declareFeed(feed: FeedDeclaration): void {
    this.ages.declare(feed, this.parts.clock.now());
  }

  /** A feed was heard, as far as this node can tell. Case feeds are heard through the log by themselves. */
  setFeedBeat({ feed, eventAt, receivedAt }: FeedBeat): void {
    this.ages.heard(feed, eventAt, receivedAt);
  }

  /** A feed was heard here and nowhere else; told to the other nodes too. */
  applyBeat(beat: FeedBeat): void {
    this.setFeedBeat(beat);
    this.parts.beatShare?.share(beat);
  }

  /** Follows a topic from where the subscriber stands. The first message goes before this returns. */
  subscribe(
    subscriber: Subscriber,
    who: Principal,
    topic: Topic,
    resume?: Resume,
  ): { ok: true } | { ok: false; error: WireError; message: string } {
    const policy = rowOf(`topic:${topic}`);
    const scope = policy !== 'public' && policy.roles.includes(who.role) ? this.scopeOf(who) : null;
    if (!scope)
      return { ok: false, error: 'not-allowed', message: `nothing of ${who.scope} may be shown to ${who.role}` };
    const { core } = this;
    if (!core) return { ok: false, error: 'retry-later', message: 'the picture is being built' };
    const channel = core.feed(scope).channel(topic);
    this.outboxes.follow(subscriber, scope, topic, resume ? channel.resume(resume) : null);
    this.outboxes.pump(subscriber, core, this.pace.now());
    return { ok: true };
  }

  unsubscribe(subscriber: Subscriber, topic: Topic): void {
    this.outboxes.unfollow(subscriber, topic);
  }

  /** Forgets a subscriber whose connection has ended. */
  leave(subscriber: Subscriber): void {
    this.seats.leave(subscriber);
    this.outboxes.drop(subscriber);
  }

  /** Null for a place the picture doesn't cover, and while it is being built. */
  figuresFor(place: string): Figures | null {
    return this.cut(place, (core, scope) => core.figures(scope));
  }

  laneFor(place: string): Lane | null {
    return this.cut(place, (core, scope) => core.lane(scope));
  }

  alertsFor(place: string, department: string | null = null): AlertRow[] | null {
    return this.cut(place, (core, scope) => core.alerts(scope), department);
  }

  shiftLoadFor(place: string, since: number): ShiftLoad | null {
    return this.cut(place, (core, scope) => core.shiftLoad(scope, since));
  }

  /** A team of the roster; null when it is not on it. */
  teamOf(code: string): Team | null {
    return this.teams.teamOf(code);
  }

  teamsNow(place = this.parts.dictionary.city.code): TeamNow[] {
    const scope = this.places.scopeOf(place);
    return scope ? this.teams.now(this.parts.clock.now(), this.parts.thresholds.teams, scope) : [];
  }

  status(place = this.parts.dictionary.city.code): Status {
    return this.statusOf(
      this.places.scopeOf(place) ?? (this.places.scopeOf(this.parts.dictionary.city.code) as ScopePlaces),
    );
  }

  /** Open cases as the picture holds them now. */
  openCases(): readonly CaseSummary[] {
    return this.core?.picture.table.all() ?? [];
  }

  /** The newest probe that came as far as the picture. */
  canary(): CanaryFrame | null {
    return this.core?.picture.canary ?? null;
  }

  /** For metrics. */
  sizes(): { subscribers: number; openCases: number; openAlerts: number; position: number; messages: number } {
    const { picture } = this.core ?? {};
    return {
      subscribers: this.outboxes.size,
      openCases: picture?.table.length ?? 0,
      openAlerts: picture?.alerts.size ?? 0,
      position: picture?.position ?? 0,
      messages: this.outboxes.messages,
    };
  }

  /** Reads everything from the store again; all subscribers get new snapshots. One at a time. */
  rebuild(why: string): Promise<void> {
    this.rebuilding ??= this.build()
      .then(() => {
        this.broken = false;
      })
      .catch((error: unknown) => {
        this.broken = true;
        this.fault(`the picture could not be built again (${why})`, error);
      })
      .finally(() => (this.rebuilding = null));
    return this.rebuilding;
  }

  private async build(): Promise<void> {
    const own: LiveOwn = {
      places: this.places,
      teams: this.teams,
      seats: this.seats,
      status: (scope) => this.statusOf(scope),
      pace: () => this.pace.now(),
    };
    this.builds++;
    const builtAt = this.parts.clock.now();
    const core = await LiveCore.build(
      this.parts,
      own,
      `${this.parts.nodeId}.${this.parts.clock.now().toString(36)}.${this.builds}`,
    );
    this.core = core;
    this.reachable = true;
    this.follower = new LogFollower({
      log: this.parts.log,
      position: core.picture.position,
      take: (entries) => this.take(core, entries),
      onFault: (error) => this.storeFault(error),
    });
    this.outboxes.forget();
    await this.follower.catchUp();
    this.heldAt = builtAt;
  }

  private take(core: LiveCore, entries: readonly LogEntry[]): void {
    if (core !== this.core) return;
    this.reachable = true;
    try {
      for (const entry of entries) {
        core.apply(entry);
        if (entry.kind === 'case') this.ages.heard(entry.after.source, entry.event.at, entry.recordedAt);
        if (entry.kind === 'canary') this.canaryCame(entry.canary);
        this.holds(core, entry.recordedAt);
      }
    } catch (error) {
      // A picture that failed half-way through an entry can't be trusted, and whoever committed must not suffer for it.
      this.fault('an entry of the log could not be taken in', error);
      void this.rebuild('an entry could not be taken in');
    }
    this.parts.onEntries?.(entries);
    this.flushSoon();
  }

  private takeFixes(fixes: readonly Fix[], receivedAt: number): void {
    this.teams.apply(fixes, receivedAt);
  }

  /** What is new goes out at once; what follows within the gap waits for the tick. */
  private flushSoon(): void {
    if (this.flushing) return;
    this.flushing = true;
    this.pace.soon(() => {
      this.flushing = false;
      this.tick();
    });
  }

  private tick(): void {
    if (this.core) this.outboxes.pumpAll(this.core, this.pace.now());
  }

  private second(): void {
    const { core } = this;
    if (!core) return;
    core.pass(this.parts.clock.now());
    void this.look(core);
    core.dropFeeds((scope) => this.outboxes.isIdle(scope, this.pace.now()));
    const verdict = this.drift.second(core);
    if (this.broken) void this.rebuild('it could not be built before');
    else if (verdict === 'drifted') void this.rebuild('it differed from the store');
  }

  private canaryCame({ sentAt, receivedAt }: Canary): void {
    this.ages.heard(CANARY_SOURCE, sentAt, receivedAt);
    this.parts.onCanary?.(this.parts.clock.now() - sentAt);
  }

  /** Reads what the log has more; only when that came to its end is the picture known to be of now. */
  private async look(core: LiveCore): Promise<void> {
    const at = this.parts.clock.now();
    const read = await this.follower?.catchUp();
    if (read === true) this.holds(core, at);
  }

  /** The picture holds everything up to an instant, unless it is being replaced or could not be. */
  private holds(core: LiveCore, at: number): void {
    if (core !== this.core || this.broken || this.rebuilding !== null) return;
    const now = this.parts.clock.now();
    // An instant of the future was held before the clock was set back.
    const before = this.heldAt !== null && this.heldAt <= now ? this.heldAt : 0;
    this.heldAt = Math.max(before, Math.min(at, now));
  }

  /** One question for all viewers of this node, and none while nobody looks. */
  private async readHolders(): Promise<void> {
    const { core, readingHolders } = this;
    const { taskHolders } = this.parts;
    if (!taskHolders || readingHolders || !core?.isFollowed('waiting')) return;
    this.readingHolders = true;
    try {
      core.picture.setTaskHolders(await taskHolders());
    } catch (error) {
      this.storeFault(error);
    } finally {
      this.readingHolders = false;
    }
  }

  private async readRoster(): Promise<void> {
    try {
      this.teams.setRoster(await this.parts.teams.roster());
    } catch (error) {
      this.storeFault(error);
    }
  }

  /** Reads again what was open a day and a week ago: every hour, and when a source has told of days gone by. */
  async readPast(): Promise<void> {
    try {
      await this.core?.readPast();
    } catch (error) {
      this.storeFault(error);
    }
  }

  private statusOf(scope: ScopePlaces): Status {
    const { parts } = this;
    const now = parts.clock.now();
    return {
      at: now,
      node: parts.nodeId,
      build: parts.build,
      dictionary: parts.dictionary.version,
      position: this.core?.picture.position ?? 0,
      heldAt: this.heldAt,
      drift: this.drift.total,
      deadlines: parts.deadlines?.() ?? { owner: false, armed: 0, lastLatenessMs: null },
      storeReachable: this.reachable,
      simulated: parts.simulated,
      clock: parts.clockKind ?? { speed: 1, virtual: false },
      view: parts.view(scope.code),
      feeds: this.ages.of(scope, now, this.heldAt),
    };
  }

  private scopeOf(who: Principal): ScopePlaces | null {
    return this.places.scopeOf(who.scope, who.role === 'department' ? who.department : null);
  }

  private cut<T>(
    place: string,
    make: (core: LiveCore, scope: ScopePlaces) => T,
    department: string | null = null,
  ): T | null {
    const scope = this.places.scopeOf(place, department);
    return this.core && scope ? make(this.core, scope) : null;
  }

  private storeFault(error: unknown): void {
    // What was being read when the store closed is nobody's fault.
    if (this.stopped) return;
    if (error instanceof StoreUnavailable) this.reachable = false;
    this.fault('the store could not be read', error);
  }

  private fault(what: string, error: unknown): void {
    this.parts.onFault?.(what, error);
  }
}

/** The live picture of this node; `start` builds it. */
export function createLiveHub(parts: LiveHubParts): LiveHub {
  return new LiveHub(parts);
}
