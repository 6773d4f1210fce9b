import type { Principal } from '#domain/account/role.ts';
import { covers } from '#domain/account/scope.ts';
import type { DeskSeats } from '#application/publish/desk-seats.ts';
import type { LiveHub } from '#application/publish/live-hub.ts';
import { findUnfitText } from '#wire/http/unfit-text.ts';
import { commandSchema, type Command, type CommandResult } from '#wire/command.ts';
import { PROTOCOL_VERSION, up, type Ack, type TimeAnswer, type Up, type UpName, type Welcome } from '#wire/protocol.ts';
import { rowOf } from '#wire/policy.ts';
import type { OperationId } from '#wire/http/operations.ts';
import type { ScreenStanding } from '#wire/screen.ts';
import type { SocketSubscriber } from './socket-subscriber.ts';

/** What the socket needs to answer; nothing of it knows Socket.IO. */
export type UpParts = {
  hub: Pick<LiveHub, 'subscribe' | 'unsubscribe'> & { seats?: Pick<DeskSeats, 'sit' | 'attend'> };
  /** Carries a person's act out. Rejects only when the store cannot be reached. */
  execute: (who: Principal, command: Command, address: string) => Promise<CommandResult>;
  now: () => number;
  build: string;
  nodeId: string;
  simulated: boolean;
  timeZone: string;
  dictionaryVersion: () => string;
  /** What is settled for a screen that reports; null for whoever is not that screen. */
  onPainted?: (who: Principal, painted: Up<'painted'>) => ScreenStanding | null;
  onPicture?: (who: Principal, picture: Up<'picture'>) => Promise<boolean>;
  onFault?: (what: string, error: unknown) => void;
};

/** The operation of the API that means the same as a command: one policy holds for both. */
const OPERATION_OF = {
  move: 'moveCase',
  take: 'takeAlert',
  release: 'releaseAlert',
  shelve: 'shelveAlert',
  close: 'closeAlert',
} as const satisfies Record<Command['name'], OperationId>;

type Refused = Extract<Ack<never>, { ok: false }>;

/** One connection's conversation: checks every message and answers it. */
export class UpHandlers {
  private readonly parts: UpParts;
  private readonly subscriber: SocketSubscriber;
  private who: Principal;
  private readonly address: string;
  private greeted = false;

  /** @param address where the connection comes from, as it is written down with every act. */
  constructor(parts: UpParts, subscriber: SocketSubscriber, who: Principal, address: string) {
    this.parts = parts;
    this.subscriber = subscriber;
    this.who = who;
    this.address = address;
  }

  async answer(name: UpName, message: unknown): Promise<Ack<unknown>> {
    const parsed = up[name].safeParse(message);
    if (!parsed.success)
      return refused('bad-message', parsed.error.issues[0]?.message ?? 'not a message of the protocol');
    if (!this.greeted && name !== 'hello') return refused('bad-message', 'hello comes first');
    switch (name) {
      case 'hello':
        return this.hello(parsed.data as Up<'hello'>);
      case 'subscribe':
        return this.subscribe(parsed.data as Up<'subscribe'>);
      case 'unsubscribe':
        this.parts.hub.unsubscribe(this.subscriber, (parsed.data as Up<'unsubscribe'>).topic);
        return { ok: true, value: null };
      case 'time':
        return { ok: true, value: { serverTime: this.parts.now() } satisfies TimeAnswer };
      case 'painted':
        return { ok: true, value: this.parts.onPainted?.(this.who, parsed.data as Up<'painted'>) ?? null };
      case 'picture':
        return { ok: true, value: await this.parts.onPicture?.(this.who, parsed.data as Up<'picture'>) };
      case 'attend':
        this.parts.hub.seats?.attend(this.subscriber, (parsed.data as Up<'attend'>).caseId);
        return { ok: true, value: null };
      case 'command':
        return this.command((parsed.data as Up<'command'>).command);
    }
  }

  private hello({ protocol, place, face }: Up<'hello'>): Ack<Welcome> {
    if (protocol !== PROTOCOL_VERSION) {
      return refused('protocol-mismatch', `this server speaks protocol ${PROTOCOL_VERSION}, not ${protocol}`);
    }
    if (place !== undefined) {
      if (!covers(this.who.scope, place)) return refused('not-allowed', `${place} lies outside ${this.who.scope}`);
      this.who = { ...this.who, scope: place };
    }
    this.greeted = true;
    const atDesks = rowOf('topic:presence');
    if (face === 'desk' && atDesks !== 'public' && atDesks.roles.includes(this.who.role))
      this.parts.hub.seats?.sit(this.subscriber, this.who);
    const { build, nodeId: node, simulated, timeZone } = this.parts;
    const dictionary = this.parts.dictionaryVersion();
    const { scope } = this.who;
    return {
      ok: true,
      value: { protocol, build, node, simulated, timeZone, dictionary, scope, serverTime: this.parts.now() },
    };
  }

  private subscribe({ topic, resume }: Up<'subscribe'>): Ack<null> {
    const result = this.parts.hub.subscribe(this.subscriber, this.who, topic, resume);
    if (result.ok) return { ok: true, value: null };
    return { ...result, ...(result.error === 'retry-later' ? { retryAfterMs: 1_000 } : {}) };
  }

  private async command(given: unknown): Promise<Ack<CommandResult>> {
    const unfit = findUnfitText(given);
    if (unfit !== null) {
      const message = `${unfit} holds a NUL, a lone surrogate or another control character`;
      return {
        ok: true,
        value: { ok: false, refusal: { code: 'bad-argument', message, why: { fault: 'unfit-text' } } },
      };
    }
    const parsed = commandSchema.safeParse(given);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const message = `${issue?.path.join('.') || 'command'}: ${issue?.message ?? 'not a command'}`;
      return { ok: true, value: { ok: false, refusal: { code: 'bad-argument', message } } };
    }
    const policy = rowOf(OPERATION_OF[parsed.data.name]);
    if (policy !== 'public' && !policy.roles.includes(this.who.role)) {
      const message = `the role ${this.who.role} may not do this`;
      return { ok: true, value: { ok: false, refusal: { code: 'not-allowed', message } } };
    }
    try {
      return { ok: true, value: await this.parts.execute(this.who, parsed.data, this.address) };
    } catch (error) {
      this.parts.onFault?.('a command failed', error);
      return refused('retry-later', 'nothing was stored; try again', 1_000);
    }
  }
}

export function refused(error: Refused['error'], message: string, retryAfterMs?: number): Refused {
  return { ok: false, error, message, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
