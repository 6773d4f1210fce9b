import { io, type Socket } from 'socket.io-client';
import * as parser from 'socket.io-msgpack-parser';
import {
  PROTOCOL_VERSION,
  WIRE_ERRORS,
  type Ack,
  type Down,
  type TimeAnswer,
  type Up,
  type UpName,
  type Welcome,
  type WireError,
} from '#wire/protocol.ts';
import type { ScreenOrder } from '#wire/screen.ts';
import { ValueStore } from '../stores/value-store.ts';
import { Backoff } from './backoff.ts';
import type { LinkState } from './link-state.ts';
import { isNewToThisTab, reloadLater } from './reload.ts';
import { handshakeOf } from './screen-address.ts';
import { ServerClock } from './server-clock.ts';

export type Face = Up<'hello'>['face'];

const ANSWER_WITHIN_MS = 5_000;
const CLOCK_EVERY_MS = 5_000;
const FIRST_CLOCK_SAMPLES = 4;
const ASK_AGAIN_WHEN_REFUSED_MS = 15_000;
/** A page that shows what it remembers waits this long for its server before it says that the server is away. */
const REMEMBERED_GRACE_MS = 3_000;
/** The page's two clocks part by more than this only when the machine slept or its date was set. */
const SLEPT_MS = 2_000;

/**
 * The page's one connection. Connects, says hello, keeps the clock aligned, notices silence, and comes back for ever.
 * The clock exchange doubles as the sign of life: unanswered for five seconds, the link counts as lost.
 */
export class Link {
  readonly clock = new ServerClock();
  readonly state = new ValueStore<LinkState>({ phase: 'connecting', since: Date.now() });
  /** What the server last said of itself; kept while it is lost. */
  readonly welcome = new ValueStore<Welcome | null>(null);
  readonly #face: Face;
  readonly #build: string;
  readonly #place: string | undefined;
  readonly #socket: Socket;
  readonly #backoff = new Backoff();
  readonly #onReady: () => void;
  #retry: ReturnType<typeof setTimeout> | null = null;
  #clockTimer: ReturnType<typeof setInterval> | null = null;
  #firstBuild: string | null = null;
  #closed = false;
  #remembers = false;
  #apart = Date.now() - performance.now();

  /** `onReady` runs after every hello that was accepted; `onDown` gets everything the server sends on topics. */
  constructor(options: {
    face: Face;
    build: string;
    url?: string;
    place?: string;
    /** What to show of oneself instead of a page's cookie: a key. */
    auth?: Record<string, string>;
    onReady: () => void;
    onDown: (message: Down) => void;
  }) {
    this.#face = options.face;
    this.#build = options.build;
    this.#place = options.place;
    this.#onReady = options.onReady;
    const settings = {
      parser,
      transports: ['websocket'],
      reconnection: false,
      autoConnect: false,
      timeout: ANSWER_WITHIN_MS,
      auth: options.auth ?? handshakeOf(options.face, typeof location === 'undefined' ? '' : location.pathname),
    };
    this.#socket = options.url === undefined ? io(settings) : io(options.url, settings);
    this.#socket.on('connect', () => void this.#hello());
    this.#socket.on('disconnect', (why) => {
      // What this side ends, it has a reason of its own for.
      if (why !== 'io client disconnect') this.#lost('network');
    });
    this.#socket.on('connect_error', (error) => this.#refusedOrLost(wireErrorOf(error.message)));
    this.#socket.on('down', (message: Down) => {
      if (message.type === 'leave') this.#leave(message.reason, message.retryAfterMs);
      else options.onDown(message);
    });
  }

  /** Hears what a screen is told to do, until the returned function is called. */
  onOrder(hear: (order: ScreenOrder) => void): () => void {
    this.#socket.on('order', hear);
    return () => void this.#socket.off('order', hear);
  }

  open(): void {
    this.#closed = false;
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    this.#socket.connect();
  }

  /**
   * The page is shown again, the network is back, the machine woke: tries at once instead of waiting its turn, and
   * while connected aligns the clock, which may have stood still.
   */
  wake(): void {
    if (this.#closed) return;
    if (this.state.value.phase === 'live') void this.#alignClock();
    else if (this.#retry !== null) this.open();
  }

  /** The page shows what it remembers of an earlier visit: without a server it counts as lost, not as never there. */
  remember(welcome: Welcome, serverNow: number): void {
    if (this.state.value.phase !== 'connecting' || this.welcome.value !== null) return;
    this.clock.assume(serverNow);
    this.welcome.set(welcome);
    this.#remembers = true;
    setTimeout(() => this.#loseRemembered(), REMEMBERED_GRACE_MS);
  }

  close(): void {
    this.#closed = true;
    this.#stopTimers();
    this.#socket.disconnect();
  }

  /** Sends one message and waits for its answer. An answer that does not come is `retry-later`; it never throws. */
  async ask<N extends UpName, T = undefined>(name: N, message: Up<N>): Promise<Ack<T>> {
    try {
      return (await this.#socket.timeout(ANSWER_WITHIN_MS).emitWithAck(name, message)) as Ack<T>;
    } catch {
      return { ok: false, error: 'retry-later', message: `no answer to ${name} within ${ANSWER_WITHIN_MS} ms` };
    }
  }

  async #hello(): Promise<void> {
    const sent = performance.now();
    const answer = await this.ask<'hello', Welcome>('hello', {
      protocol: PROTOCOL_VERSION,
      build: this.#build,
      face: this.#face,
      ...(this.#place !== undefined && { place: this.#place }),
    });
    if (this.#closed) return;
    if (!answer.ok) {
      this.#socket.disconnect();
      this.#refusedOrLost(answer.error, answer.retryAfterMs);
      return;
    }
    const welcome = answer.value;
    this.#firstBuild ??= welcome.build;
    if (welcome.protocol !== PROTOCOL_VERSION) reloadLater('protocol');
    else if (welcome.build !== this.#firstBuild) reloadLater('build');
    // A page that was kept for times without a server may be older than the server that is back.
    else if (welcome.build !== this.#build && isNewToThisTab(welcome.build)) reloadLater('build');
    this.#backoff.reset();
    this.clock.restart();
    // Good enough to begin with: no picture waits for a better second.
    this.clock.sample(sent, welcome.serverTime);
    this.#remembers = false;
    this.#clockTimer = setInterval(() => void this.#alignClock(), CLOCK_EVERY_MS);
    this.welcome.set(welcome);
    this.state.set({ phase: 'live', since: Date.now(), welcome });
    this.#onReady();
    for (let count = 0; count < FIRST_CLOCK_SAMPLES && this.#socket.connected; count++) await this.#alignClock();
  }

  async #alignClock(): Promise<void> {
    const sent = performance.now();
    const apart = Date.now() - sent;
    // What was measured before a sleep tells nothing of the time after it.
    if (Math.abs(apart - this.#apart) > SLEPT_MS) this.clock.restart();
    this.#apart = apart;
    const answer = await this.ask<'time', TimeAnswer>('time', { sentAt: sent });
    if (answer.ok) this.clock.sample(sent, answer.value.serverTime);
    else if (!this.#closed && this.#socket.connected) {
      this.#socket.disconnect();
      this.#lost('network');
    }
  }

  #leave(reason: WireError, retryAfterMs: number): void {
    this.#socket.disconnect();
    this.#refusedOrLost(reason, retryAfterMs);
  }

  #refusedOrLost(reason: WireError | 'network', retryAfterMs?: number): void {
    if (reason === 'protocol-mismatch') reloadLater('protocol');
    if (reason !== 'not-signed-in' && reason !== 'not-allowed') {
      this.#lost(reason, retryAfterMs);
      return;
    }
    this.#stopTimers();
    this.state.set({ phase: 'refused', since: Date.now(), reason });
    this.#tryIn(retryAfterMs ?? ASK_AGAIN_WHEN_REFUSED_MS);
  }

  #lost(reason: WireError | 'network', retryAfterMs?: number): void {
    if (this.#closed) return;
    this.#stopTimers();
    if (this.state.value.phase === 'live') this.state.set({ phase: 'lost', since: Date.now(), reason });
    this.#loseRemembered();
    this.#tryIn(Math.max(retryAfterMs ?? 0, this.#backoff.next()));
  }

  #loseRemembered(): void {
    if (!this.#remembers || this.state.value.phase !== 'connecting') return;
    this.state.set({ phase: 'lost', since: Date.now(), reason: 'network' });
  }

  #tryIn(ms: number): void {
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.open(), ms);
  }

  #stopTimers(): void {
    if (this.#retry !== null) clearTimeout(this.#retry);
    if (this.#clockTimer !== null) clearInterval(this.#clockTimer);
    this.#retry = null;
    this.#clockTimer = null;
  }
}

function wireErrorOf(text: string): WireError | 'network' {
  return WIRE_ERRORS.find((error) => error === text) ?? 'network';
}
