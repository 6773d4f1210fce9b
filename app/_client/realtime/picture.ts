import { decodeCaseDelta, decodeCaseSnapshot } from '#wire/case-frame.ts';
import { decodeHeat } from '#wire/heat-frame.ts';
import { decodePlaces } from '#wire/place-frame.ts';
import { applyTeamFrame, type TeamState } from '#wire/team-frame.ts';
import type { HeatRaster, PlaceCounts } from '#wire/columns.ts';
import type { AlertsDelta, AlertsSnapshot, CanaryFrame, Figures, Lane, Roster, Status } from '#wire/figures.ts';
import type { Load } from '#wire/load.ts';
import type { Presence } from '#wire/presence.ts';
import type { Notice, Topic } from '#wire/protocol.ts';
import type { Walls } from '#wire/wall.ts';
import type { WaitingDelta, WaitingSnapshot } from '#wire/waiting.ts';
import { AlertStore } from '../stores/alert-store.ts';
import { CanaryStore } from '../stores/canary-store.ts';
import { CaseStore } from '../stores/case-store.ts';
import { DictionaryStore } from '../stores/dictionary-store.ts';
import { FrameStore } from '../stores/frame-store.ts';
import { NoticeStore } from '../stores/notice-store.ts';
import { TeamStore } from '../stores/team-store.ts';
import { TopicTimes } from '../stores/topic-times.ts';
import { WaitingStore } from '../stores/waiting-store.ts';
import type { Face } from './link.ts';
import { LiveClient, type TopicMessage, type TopicReader } from './live-client.ts';
import { Ticker } from './ticker.ts';

export type PictureOptions = {
  face: Face;
  build: string;
  topics: readonly Topic[];
  url?: string;
  /** Keeps to one place within the reach of whoever looks. */
  place?: string;
  /** Names that another picture of the page has already. */
  dictionary?: DictionaryStore;
};

/**
 * All that a page knows of the city, live: one connection, one store for each topic. Made once for a page; readers
 * subscribe to the stores they draw.
 */
export class Picture {
  readonly client: LiveClient;
  readonly ticker: Ticker;
  readonly dictionary: DictionaryStore;
  readonly cases = new CaseStore();
  readonly alerts = new AlertStore();
  readonly waiting = new WaitingStore();
  readonly figures = new FrameStore<Figures>();
  readonly lane = new FrameStore<Lane>();
  readonly places = new FrameStore<PlaceCounts>();
  readonly heat = new FrameStore<HeatRaster>();
  readonly roster = new FrameStore<Roster>();
  readonly teams = new TeamStore();
  readonly status = new FrameStore<Status>();
  readonly walls = new FrameStore<Walls>();
  readonly load = new FrameStore<Load>();
  readonly presence = new FrameStore<Presence>();
  readonly notices = new NoticeStore();
  readonly canary = new CanaryStore();
  /** When what each topic shows happened, was made, came and was painted. */
  readonly times: TopicTimes;
  #teamState: TeamState | null = null;

  constructor(options: PictureOptions) {
    this.dictionary = options.dictionary ?? new DictionaryStore();
    this.client = new LiveClient(options);
    this.ticker = new Ticker(this.client.link.clock);
    this.times = new TopicTimes(() => this.now());
    for (const topic of options.topics) {
      this.client.follow(topic, (message) => {
        const verdict = this.#readers[topic](message);
        if (verdict !== 'again') this.times.received(topic, message);
        return verdict;
      });
    }
    this.client.link.state.subscribe(() => {
      const state = this.client.link.state.value;
      if (state.phase === 'live') void this.dictionary.want(state.welcome.dictionary);
    });
  }

  /** The teams as the newest frame left them; null before the first. */
  get teamState(): TeamState | null {
    return this.#teamState;
  }

  /** The server's time, epoch ms. */
  now(): number {
    return this.client.link.clock.now();
  }

  readonly #readers: Record<Topic, TopicReader> = {
    cases: (message) => {
      if (message.type === 'delta') this.cases.change(decodeCaseDelta(bytesOf(message)), message.dataAt);
      else this.cases.replace(decodeCaseSnapshot(bytesOf(message)), message.dataAt);
    },
    alerts: (message) => {
      if (message.type === 'delta') this.alerts.change(message.body as AlertsDelta, message.dataAt);
      else this.alerts.replace(message.body as AlertsSnapshot, message.dataAt);
    },
    waiting: (message) => {
      if (message.type === 'delta') this.waiting.change(message.body as WaitingDelta);
      else this.waiting.replace(message.body as WaitingSnapshot);
    },
    figures: (message) => this.figures.set(message.body as Figures, message.at, message.dataAt),
    lane: (message) => this.lane.set(message.body as Lane, message.at, message.dataAt),
    places: (message) => this.places.set(decodePlaces(bytesOf(message)), message.at, message.dataAt),
    heat: (message) => this.heat.set(decodeHeat(bytesOf(message)), message.at, message.dataAt),
    roster: (message) => this.roster.set(message.body as Roster, message.at, message.dataAt),
    teams: (message) => {
      const held = applyTeamFrame(this.#teamState, bytesOf(message));
      if (held === null) return 'again';
      this.#teamState = held;
      this.teams.replace(held, message.dataAt);
    },
    canary: (message) => {
      const frame = message.body as CanaryFrame;
      const receivedAt = this.now();
      this.times.whenPainted('probe', (paintedAt) => this.canary.paint(frame, receivedAt, paintedAt));
    },
    status: (message) => {
      const status = message.body as Status;
      this.client.link.clock.setSpeed(status.clock.speed);
      if (status.dictionary !== undefined) void this.dictionary.want(status.dictionary);
      this.status.set(status, message.at, message.dataAt);
    },
    walls: (message) => this.walls.set(message.body as Walls, message.at, message.dataAt),
    load: (message) => this.load.set(message.body as Load, message.at, message.dataAt),
    presence: (message) => this.presence.set(message.body as Presence, message.at, message.dataAt),
    notices: (message) => {
      const notices = message.body as Notice[];
      // A topic that begins says so with no news at all, one that comes back too late with a snapshot of what is left.
      this.notices.push(notices, message.type === 'snapshot' || notices.length === 0);
    },
  };
}

function bytesOf(message: TopicMessage): Uint8Array {
  if (message.bytes === undefined) throw new TypeError(`${message.topic}: a ${message.type} without bytes`);
  return message.bytes;
}
