import { z } from 'zod';
import { paintedSchema, pictureSchema } from './screen.ts';

/**
 * The live protocol's version. Bump it when a message changes its meaning or shape; a page with another version reloads
 * itself. History: 1 — first; 2 — topic `waiting`, alerts of late replies; 3 — topic
 * `walls`, a narrower place in hello, fuller reports and pictures of screens, orders to them; 4 — topics `load` and
 * `presence`, a desk says which case it has open, alerts may be shelved.
 */
export const PROTOCOL_VERSION = 4;

/**
 * Topics by kind.
 * state: a snapshot, then deltas numbered without gaps; exact. frame: the latest wins, older ones may be dropped.
 * notice: every one counts, resumed by number.
 */
export const TOPICS = {
  cases: 'state',
  alerts: 'state',
  waiting: 'state',
  figures: 'frame',
  lane: 'frame',
  places: 'frame',
  heat: 'frame',
  roster: 'frame',
  teams: 'frame',
  status: 'frame',
  canary: 'frame',
  walls: 'frame',
  load: 'frame',
  presence: 'frame',
  notices: 'notice',
} as const;
export type Topic = keyof typeof TOPICS;
export type TopicKind = (typeof TOPICS)[Topic];
export const topicSchema = z.enum(Object.keys(TOPICS) as [Topic, ...Topic[]]);

/** Why something was refused on the socket: a closed list. `retry-later` carries a delay. */
export const WIRE_ERRORS = [
  'not-signed-in',
  'not-allowed',
  'unknown-topic',
  'bad-message',
  'protocol-mismatch',
  'retry-later',
  'server-stopping',
] as const;
export type WireError = (typeof WIRE_ERRORS)[number];

/** Where a subscriber stands: the epoch and last number it holds. Absent: it holds nothing. */
export const resumeSchema = z.object({ epoch: z.string().max(64), seq: z.number().int().nonnegative() });
export type Resume = z.infer<typeof resumeSchema>;

/** Messages up (Socket.IO event names with their one argument; each is answered through its acknowledgement). */
export const up = {
  /** First message of every connection. */
  hello: z.object({
    protocol: z.number().int(),
    build: z.string().max(64),
    face: z.enum(['wall', 'desk', 'briefing', 'admin', 'tool']),
    /** Code of a place within one's reach that this connection keeps to; all of the reach without it. */
    place: z.string().max(20).optional(),
  }),
  subscribe: z.object({ topic: topicSchema, resume: resumeSchema.optional() }),
  unsubscribe: z.object({ topic: topicSchema }),
  /** Clock alignment: the answer carries the server's time. */
  time: z.object({ sentAt: z.number() }),
  /** What a screen painted last and how it is doing, for the operator's list; answered with what is settled for it. */
  painted: paintedSchema,
  /** A small picture of what it painted, at most one a minute unless asked for. */
  picture: pictureSchema,
  /** Which case is open on a desk; null: none. */
  attend: z.object({ caseId: z.number().int().positive().nullable() }),
  /** A desk's act. `command` is parsed by the command's own schema (wire/command.ts). */
  command: z.object({ id: z.string().max(64), command: z.unknown() }),
} as const;
export type UpName = keyof typeof up;
export type Up<N extends UpName> = z.infer<(typeof up)[N]>;

export type Welcome = {
  protocol: number;
  build: string;
  serverTime: number;
  node: string;
  /** Changes when the dictionary (ordinals of places, categories, departments) changes: fetch it again. */
  dictionary: string;
  /** What this connection may see: a place code. */
  scope: string;
  simulated: boolean;
  timeZone: string;
};

/** Answer to `time`: the server's clock when it answered, epoch ms (virtual in a replay). */
export type TimeAnswer = { serverTime: number };

/** Answer to subscribe and every other acknowledged message. */
export type Ack<T = undefined> =
  { ok: true; value: T } | { ok: false; error: WireError; message: string; retryAfterMs?: number };

/**
 * Down: one Socket.IO event `down` with one of these. `body` is JSON-like for text topics, `bytes` the binary form for
 * binary topics (cases, places, heat, teams). `at`: server time (epoch ms) when it was made; `dataAt`: event time of the
 * newest fact in it.
 */
export type Down =
  | {
      type: 'snapshot';
      topic: Topic;
      epoch: string;
      seq: number;
      at: number;
      dataAt: number;
      body?: unknown;
      bytes?: Uint8Array;
    }
  | {
      type: 'delta';
      topic: Topic;
      epoch: string;
      seq: number;
      at: number;
      dataAt: number;
      body?: unknown;
      bytes?: Uint8Array;
    }
  | {
      type: 'frame';
      topic: Topic;
      epoch: string;
      seq: number;
      at: number;
      dataAt: number;
      body?: unknown;
      bytes?: Uint8Array;
    }
  | { type: 'notices'; topic: 'notices'; epoch: string; seq: number; at: number; dataAt: number; body: Notice[] }
  /** The server stops or sheds this connection: come back after the delay. */
  | { type: 'leave'; reason: WireError; retryAfterMs: number };

/** Short news: a case reported (ripple), an alert raised, a case moved (open desks refresh it). `seq` numbers them all. */
export type Notice = {
  seq: number;
  at: number;
  kind: 'reported' | 'moved' | 'alert-raised' | 'alert-taken' | 'alert-released' | 'alert-shelved' | 'alert-returned' | 'alert-resolved';
  caseId: number;
  caseNumber: string;
  /** Event type for `moved`, threshold for alerts. */
  what: string;
  by: string;
  version: number;
};
