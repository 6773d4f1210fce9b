import type { Actor } from '#domain/account/role.ts';
import type { Limit } from '#domain/clock/limit.ts';
import type { Located, Position } from '#domain/place/position.ts';
import type { RequestKind } from './request-kind.ts';
import type { Phase } from './stage.ts';

/** Where a report came from (kept for ever: patrol and public reports are scored differently). */
export const CHANNELS = ['collector', 'public', 'leader', 'video', 'sensor', 'import', 'platform'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Who runs the stages: we (`own`), or a foreign system that only tells us (`told`). */
export type Conduct = 'own' | 'told';

export type Reporter = { name: string; phone: string };

/** What happened, with what it carried. Limits are copied into the event, so that a fold needs no catalogue. */
export type CaseEventData =
  | {
      type: 'reported';
      conduct: Conduct;
      channel: Channel;
      categoryKey: string | null;
      conditionNo: number | null;
      description: string;
      address: string;
      position: Position | null;
      place: Located;
      /** The source gave its stand-in point for "place unknown", which counts as none. */
      defaultPoint?: true;
      reporter: Reporter | null;
      media: string[];
      /** Due instant given by the source (epoch ms); wins over any computed one. */
      dueGiven: number | null;
      /** Limit of the accept stage. Null: no clock. */
      limit: Limit | null;
    }
  | { type: 'accepted'; next: 'verify' | 'file'; limit: Limit | null }
  | { type: 'declined'; reason: string }
  | { type: 'verified'; found: boolean; media: string[]; limit: Limit | null }
  | {
      type: 'filed';
      categoryKey: string;
      conditionNo: number;
      urgent: boolean;
      /** Limit of the dispatch stage. */
      limit: Limit | null;
      /** Disposal limit of the filing condition; the disposal clock starts at dispatch. */
      disposalLimit: Limit | null;
      /** Limit of the whole-case clock (filing → closing). */
      wholeLimit: Limit | null;
    }
  | { type: 'dispatched'; department: string; supporting: string[]; limit: Limit | null; note: string }
  | { type: 'returned'; reason: string; limit: Limit | null }
  | { type: 'fed-back'; note: string; media: string[]; limit: Limit | null }
  | { type: 'checked'; passed: boolean; note: string; media: string[]; limit: Limit | null }
  | { type: 'reworked'; reason: string; limit: Limit | null }
  /** `askedAt`: when it was asked for (epoch ms), where it was granted on request: what counts is that it came in time. */
  | { type: 'extended'; limit: Limit; reason: string; askedAt?: number }
  | { type: 'suspended'; reason: string; until: number | null }
  | { type: 'resumed'; reason: string }
  /** Deadlines counted again because the working calendar changed, from one version to another. */
  | { type: 'restated'; from: string; to: string }
  | { type: 'supervised'; level: number; reason: string }
  | { type: 'supervision-lifted'; reason: string }
  | { type: 'urged'; note: string }
  | { type: 'team-sent'; team: string; note: string }
  | { type: 'commented'; text: string }
  /** Asked of the post that decides it. `no` counts a case's requests from 1. */
  | { type: 'requested'; no: number; kind: RequestKind; reason: string; until: number | null; pauses: boolean }
  /** The answer to request `no`; what was granted follows as an event of its own. */
  | { type: 'answered'; no: number; granted: boolean; reason: string }
  | { type: 'voided'; reason: string }
  | { type: 'closed'; note: string; forced: boolean }
  /** A foreign system's word on a case that it runs. Absent members say nothing about that member. */
  | { type: 'told'; phase?: Phase; dueAt?: number | null; department?: string; note: string };

export type CaseEventType = CaseEventData['type'];

/**
 * One entry of a case's log. `at`: when it happened by the clock of who says so (epoch ms); `recordedAt`: when it was
 * stored here. `eventId` is unique within the case and stable under repetition (source messages carry their own).
 */
export type CaseEvent = {
  eventId: string;
  at: number;
  recordedAt: number;
  actor: Actor;
  data: CaseEventData;
};
