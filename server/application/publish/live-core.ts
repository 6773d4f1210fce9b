import type { LogEntry } from '#application/ports.ts';
import { CityPicture } from '#application/projection/city-picture.ts';
import { DriftCheck } from '#application/projection/drift-check.ts';
import { figuresOf } from '#application/projection/figures-of.ts';
import { LaneNumbers } from '#application/projection/lane-numbers.ts';
import { laneOf } from '#application/projection/lane-of.ts';
import { likeInstants } from '#application/projection/like-instants.ts';
import { PastCounts } from '#application/projection/past-counts.ts';
import type { PlaceOrdinals, ScopePlaces } from '#application/projection/place-scope.ts';
import type { TeamTable } from '#application/projection/team-table.ts';
import type { AlertRow, Figures, Lane, Status } from '#wire/figures.ts';
import type { Topic } from '#wire/protocol.ts';
import { AlertSource } from './alert-source.ts';
import type { LiveHubParts } from './live-parts.ts';
import { LOAD_SPAN_MS } from '#domain/alert/load.ts';
import { DEFAULT_LOAD_LIMITS } from '#domain/alert/load-limits.ts';
import { shiftLoadOf, type ShiftLoad } from '#domain/alert/shift-load.ts';
import type { DeskSeats } from './desk-seats.ts';
import { NoticeRing, type NoticeCase } from './notice-ring.ts';
import { ScopeFeed, type FeedParts } from './scope-feed.ts';

/** Notices read back at start, so that a restart loses none that a page may still ask for. */
const readBack = 2_000;
const dayMs = 86_400_000;

/** What outlives a picture that is built anew. */
export type LiveOwn = {
  places: PlaceOrdinals;
  teams: TeamTable;
  seats: DeskSeats;
  status: (scope: ScopePlaces) => Status;
  pace: () => number;
};

/** The live picture with all that is made from it; thrown away and built anew when it must be read from the store again. */
export class LiveCore {
  readonly picture: CityPicture;
  readonly drift = new DriftCheck();
  readonly notices: NoticeRing;
  readonly epoch: string;
  private readonly past: PastCounts;
  private readonly parts: LiveHubParts;
  private readonly feedParts: FeedParts;
  private readonly feeds = new Map<string, ScopeFeed>();

  private constructor(
    parts: LiveHubParts,
    own: LiveOwn,
    read: { noticesFrom: number; logEpoch: string; epoch: string },
  ) {
    const now = () => parts.clock.now();
    this.parts = parts;
    this.epoch = read.epoch;
    this.picture = new CityPicture({
      dictionary: parts.dictionary,
      places: own.places,
      calendar: parts.calendar,
      now: now(),
      gridCentre: parts.gridCentre ?? (() => null),
      listener: {
        caseChanged: (change) => this.feeds.forEach((feed) => feed.caseChanged(change)),
        alertChanged: (change) => this.feeds.forEach((feed) => feed.alertChanged(change)),
        waitingChanged: (change) => this.feeds.forEach((feed) => feed.waitingChanged(change)),
      },
    });
    this.notices = new NoticeRing(read.noticesFrom);
    this.past = new PastCounts(own.places);
    this.feedParts = {
      picture: this.picture,
      teams: own.teams,
      calendar: parts.calendar,
      thresholds: parts.thresholds,
      past: this.past,
      notices: this.notices,
      logEpoch: read.logEpoch,
      epoch: read.epoch,
      bounds: parts.view(parts.dictionary.city.code).bounds,
      now,
      pace: own.pace,
      status: own.status,
      walls: parts.walls ?? (() => []),
      seats: own.seats,
      loadLimits: parts.loadLimits ?? (() => DEFAULT_LOAD_LIMITS),
    };
  }

  /** Reads the store. Rejects with StoreUnavailable. */
  static async build(parts: LiveHubParts, own: LiveOwn, epoch: string): Promise<LiveCore> {
    const logEpoch = await parts.log.epoch();
    const snapshot = await parts.log.snapshot();
    const noticesFrom = Math.max(0, snapshot.position - readBack);
    const recent = noticesFrom === snapshot.position ? [] : await parts.log.readAfter(noticesFrom, readBack);
    const core = new LiveCore(parts, own, { noticesFrom, logEpoch, epoch });
    core.picture.load(snapshot, parts.clock.now());
    if (parts.alertLives) core.picture.loadLives(await parts.alertLives(parts.clock.now() - dayMs));
    core.drift.note(core.picture);
    for (const entry of recent) {
      if (entry.position > snapshot.position) continue;
      core.notices.add(entry, core.caseOf(entry));
      if (entry.kind === 'canary') core.picture.takeCanary(entry.canary, entry.recordedAt);
    }
    const { days } = core.picture;
    days.load(await parts.history.days(days.dayStarts(), days.today.dayEnd, snapshot.position));
    await core.readPast();
    return core;
  }

  /** Takes the next entry in. */
  apply(entry: LogEntry): void {
    const about = this.caseOf(entry);
    this.picture.apply(entry, this.parts.clock.now());
    this.drift.note(this.picture);
    this.notices.add(entry, about);
  }

  /** Reads what was open a day and a week ago and what is usual at this time. Rejects with StoreUnavailable. */
  async readPast(): Promise<void> {
    const now = this.parts.clock.now();
    const { history, calendar } = this.parts;
    const dueThen = [];
    for (const instant of likeInstants(calendar, now)) dueThen.push(await history.dueSoonAt(instant));
    const known = dueThen.findLastIndex((rows) => rows.length > 0);
    this.past.load(
      await history.openAt(now - dayMs),
      await history.openAt(now - 7 * dayMs),
      // Before the first day that anything is known of, nothing says that nothing was due.
      dueThen.slice(0, known + 1),
    );
  }

  feed(scope: ScopePlaces): ScopeFeed {
    const known = this.feeds.get(scope.key);
    if (known) return known;
    const made = new ScopeFeed(scope, this.feedParts);
    this.feeds.set(scope.key, made);
    return made;
  }

  /** Whether anybody follows a topic. */
  isFollowed(topic: Topic): boolean {
    return [...this.feeds.values()].some((feed) => feed.has(topic));
  }

  /** What time alone changes. */
  pass(now: number): void {
    if (!this.picture.pass(now)) return;
    for (const feed of this.feeds.values()) feed.timePassed();
  }

  /** Forgets the feeds of scopes that nobody has followed for a while. */
  dropFeeds(isIdle: (scope: ScopePlaces) => boolean): void {
    for (const [key, feed] of this.feeds) if (isIdle(feed.scope)) this.feeds.delete(key);
  }

  figures(scope: ScopePlaces): Figures {
    return figuresOf(this.feedParts, scope, this.parts.clock.now());
  }

  lane(scope: ScopePlaces): Lane {
    return laneOf(this.feedParts, scope, new LaneNumbers(), this.parts.clock.now());
  }

  alerts(scope: ScopePlaces): AlertRow[] {
    return new AlertSource(this.picture.alerts, scope).rows();
  }

  /** How heavy alerts lay on the officers of a scope since an instant, epoch ms. */
  shiftLoad(scope: ScopePlaces, since: number): ShiftLoad {
    const { seats, loadLimits } = this.feedParts;
    const now = this.parts.clock.now();
    const raisedAt = this.picture.lives.of(scope, since - LOAD_SPAN_MS).map((life) => life.raisedAt);
    return shiftLoadOf(raisedAt, seats.officersOf(scope.code), loadLimits(), since, now);
  }

  private caseOf(entry: LogEntry): NoticeCase | null {
    if (entry.kind === 'restated' || entry.kind === 'canary') return null;
    const summary = entry.kind === 'case' ? entry.after : this.picture.table.summaryOf(entry.caseId);
    if (summary) {
      const place = this.picture.places.ordinalAt(summary.place);
      return { place, department: summary.department, version: summary.version };
    }
    const shown = this.picture.alerts.ofCase(entry.caseId)[0];
    return shown ? { place: shown.place, department: shown.row.department, version: shown.row.caseVersion } : null;
  }
}
