import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import type { BoardChange } from '#application/projection/alert-board.ts';
import type { CaseChange } from '#application/projection/case-table.ts';
import type { CityPicture } from '#application/projection/city-picture.ts';
import { figuresOf } from '#application/projection/figures-of.ts';
import type { Bounds } from '#wire/heat-field.ts';
import { loadFigures } from '#application/projection/load-figures.ts';
import { LaneNumbers } from '#application/projection/lane-numbers.ts';
import { laneOf } from '#application/projection/lane-of.ts';
import type { PastCounts } from '#application/projection/past-counts.ts';
import type { ScopePlaces } from '#application/projection/place-scope.ts';
import type { TeamTable } from '#application/projection/team-table.ts';
import type { WaitingChange } from '#application/projection/waiting-board.ts';
import type { PictureThresholds } from '#application/projection/thresholds.ts';
import type { Figures, Lane, Status } from '#wire/figures.ts';
import type { LoadLimits } from '#domain/alert/load-limits.ts';
import type { StandingWall } from '#domain/wall/standing.ts';
import type { Load } from '#wire/load.ts';
import type { Topic } from '#wire/protocol.ts';
import { AlertSource } from './alert-source.ts';
import { BodySource } from './body-source.ts';
import { CanarySource } from './canary-source.ts';
import { CaseSource } from './case-source.ts';
import type { Channel, Stamp } from './channel.ts';
import type { DeskSeats } from './desk-seats.ts';
import { FrameChannel, type FrameSource } from './frame-channel.ts';
import { HeatSource } from './heat-source.ts';
import { NoticeChannel } from './notice-channel.ts';
import type { NoticeRing } from './notice-ring.ts';
import { PresenceSource } from './presence-source.ts';
import { PlaceSource } from './place-source.ts';
import { StateChannel, type StateSource } from './state-channel.ts';
import { RosterSource, TeamSource } from './team-source.ts';
import { WaitingSource } from './waiting-source.ts';
import { WallSource } from './wall-source.ts';

export type FeedParts = {
  picture: CityPicture;
  teams: TeamTable;
  calendar: CompiledCalendar;
  thresholds: PictureThresholds;
  past: PastCounts;
  notices: NoticeRing;
  /** Of the log: notices are numbered by its positions. */
  logEpoch: string;
  /** Of this feed: another one numbers anew. */
  epoch: string;
  bounds: Bounds;
  now: () => number;
  pace: () => number;
  status: (scope: ScopePlaces) => Status;
  walls: () => readonly StandingWall[];
  seats: DeskSeats;
  loadLimits: () => LoadLimits;
};

/** All topics of one scope. A topic's work begins with its first subscriber. */
export class ScopeFeed {
  readonly scope: ScopePlaces;
  private readonly parts: FeedParts;
  private readonly channels = new Map<Topic, Channel>();
  private readonly onCase: ((change: CaseChange) => void)[] = [];
  private readonly onAlert: ((change: BoardChange) => void)[] = [];
  private readonly onWaiting: ((change: WaitingChange) => void)[] = [];
  private readonly onTime: (() => void)[] = [];

  constructor(scope: ScopePlaces, parts: FeedParts) {
    this.scope = scope;
    this.parts = parts;
  }

  channel(topic: Topic): Channel {
    const known = this.channels.get(topic);
    if (known) return known;
    const made = this.make(topic);
    this.channels.set(topic, made);
    return made;
  }

  caseChanged(change: CaseChange): void {
    for (const listen of this.onCase) listen(change);
  }

  alertChanged(change: BoardChange): void {
    for (const listen of this.onAlert) listen(change);
  }

  waitingChanged(change: WaitingChange): void {
    for (const listen of this.onWaiting) listen(change);
  }

  /** Whether somebody has asked for the topic. */
  has(topic: Topic): boolean {
    return this.channels.has(topic);
  }

  /** Something may have changed by time alone. */
  timePassed(): void {
    for (const listen of this.onTime) listen();
  }

  private make(topic: Topic): Channel {
    const { picture, teams, parts, scope } = { ...this.parts, parts: this.parts, scope: this.scope };
    switch (topic) {
      case 'cases': {
        const source = new CaseSource(picture.table, scope);
        this.onCase.push((change) => source.caseChanged(change));
        return this.state(topic, source);
      }
      case 'alerts': {
        const source = new AlertSource(picture.alerts, scope);
        this.onAlert.push((change) => source.alertChanged(change));
        return this.state(topic, source);
      }
      case 'waiting': {
        const source = new WaitingSource(picture.waiting, scope);
        this.onWaiting.push((change) => source.waitingChanged(change));
        return this.state(topic, source);
      }
      case 'figures': {
        const build = (): Figures => figuresOf(parts, scope, parts.now());
        const source = new BodySource<Figures>({ everyMs: 250, restMs: 5_000, build, pace: parts.pace });
        const stale = () => source.mayHaveChanged();
        this.onCase.push(stale);
        this.onTime.push(stale);
        return this.frame(topic, source);
      }
      case 'lane': {
        const numbers = new LaneNumbers();
        const build = (): Lane => laneOf(parts, scope, numbers, parts.now());
        const source = new BodySource<Lane>({ everyMs: 500, restMs: 5_000, build, pace: parts.pace });
        this.onAlert.push(() => source.mayHaveChanged());
        return this.frame(topic, source);
      }
      case 'status': {
        const build = (): Status => parts.status(scope);
        return this.frame(topic, { everyMs: 1_000, make: () => ({ full: () => ({ body: build() }) }) });
      }
      case 'walls':
        return this.frame(topic, new WallSource(scope.code, parts.walls, parts.now));
      case 'load': {
        const build = (): Load => loadFigures(parts, scope, parts.now());
        const source = new BodySource<Load>({ everyMs: 1_000, restMs: 5_000, build, pace: parts.pace });
        this.onAlert.push(() => source.mayHaveChanged());
        return this.frame(topic, source);
      }
      case 'presence': {
        const sees = (caseId: number): boolean => {
          const summary = picture.table.summaryOf(caseId);
          return summary !== undefined && scope.sees(picture.places.ordinalAt(summary.place), summary.department);
        };
        return this.frame(topic, new PresenceSource(parts.seats, scope, sees, parts.now));
      }
      case 'canary':
        return this.frame(topic, new CanarySource(() => picture.canary));
      case 'places': {
        const source = new PlaceSource(picture, scope);
        this.onCase.push(() => source.mayHaveChanged());
        return this.frame(topic, source);
      }
      case 'heat': {
        const source = new HeatSource(picture.table, scope, parts.bounds);
        this.onCase.push((change) => source.caseChanged(change));
        return this.frame(topic, source);
      }
      case 'teams':
        return this.frame(topic, new TeamSource(teams, scope));
      case 'roster':
        return this.frame(topic, new RosterSource(teams, scope));
      case 'notices':
        return new NoticeChannel(parts.logEpoch, parts.notices, scope, this.stamp);
    }
  }

  private readonly stamp: Stamp = () => ({ at: this.parts.now(), dataAt: this.parts.picture.dataAt });

  private state(topic: Topic, source: StateSource): Channel {
    return new StateChannel(topic, this.parts.epoch, source, this.stamp);
  }

  private frame(topic: Topic, source: FrameSource): Channel {
    return new FrameChannel(topic, this.parts.epoch, source, this.stamp);
  }
}
