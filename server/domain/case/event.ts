import type { Actor } from '#domain/account/role.ts';
import type { Limit } from '#domain/clock/limit.ts';
import type { Located, Position } from '#domain/place/position.ts';
import type { GivenPlace } from '#domain/place/succession.ts';
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
      /** The place code that the source gave, where it gave one. */
      placeGiven?: GivenPlace;
      /** Code of the component that it is about. */
      component?: string;
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
  /** 转办: the city hands a report to a district's centre. */
  | { type: 'passed'; to: string; note: string; limit: Limit | null }
  /** 自行处置: put right on the spot by whoever found it; closed once it is audited. */
  | { type: 'self-handled'; note: string; media: string[] }
  /** 协办反馈: what a supporting department did; the lead department's feedback closes the disposal. */
  | { type: 'supported'; department: string; note: string; media: string[] }
  | { type: 'returned'; reason: string; limit: Limit | null }
  | { type: 'fed-back'; note: string; media: string[]; limit: Limit | null }
  | { type: 'checked'; passed: boolean; note: string; media: string[]; limit: Limit | null }
  | { type: 'reworked'; reason: string; limit: Limit | null }
  /** `askedAt`: when it was asked for (epoch ms), where it was granted on request: what counts is that it came in time. */
  | { type: 'extended'; limit: Limit; reason: string; askedAt?: number }
  /** 缩时: the disposal's limit is this shorter one, counted from where it began. */
  | { type: 'shortened'; limit: Limit; reason: string }
  | { type: 'suspended'; reason: string; until: number | null }
  | { type: 'resumed'; reason: string }
  /** Deadlines counted again because the working calendar changed, from one version to another. */
  | { type: 'restated'; from: string; to: string }
  /** `replyBy`: by when a reply is demanded (epoch ms); absent or null: none is. */
  | { type: 'supervised'; level: number; reason: string; replyBy?: number | null }
  /** The reply that supervision `no` demanded. */
  | { type: 'replied'; no: number; text: string }
  | { type: 'supervision-lifted'; reason: string }
  | { type: 'urged'; note: string }
  | { type: 'team-sent'; team: string; note: string }
  /** `mentions`: ids of the accounts that it names. */
  | { type: 'commented'; text: string; mentions?: string[]; media?: string[] }
  /** Asked of the post that decides it. `no` counts a case's requests from 1. */
  | {
      type: 'requested';
      no: number;
      kind: RequestKind;
      reason: string;
      until: number | null;
      pauses: boolean;
      /** Of an appeal: the passage that was late. Absent: the one the case is in. */
      instance?: number;
    }
  /** The answer to request `no`; what was granted follows as an event of its own. */
  | { type: 'answered'; no: number; granted: boolean; reason: string }
  /** An appeal was granted: the timeout of passage `instance` stays a fact and leaves the score. */
  | { type: 'exempted'; instance: number; reason: string }
  /** It is the same problem as case `to`, and ends. */
  | { type: 'joined'; to: string; reason: string }
  /** Case `number` was joined to this one. */
  | { type: 'duplicate-joined'; number: string; reason: string }
  | { type: 'voided'; reason: string }
  | { type: 'closed'; note: string; forced: boolean }
  /** A foreign system's word on a case that it runs. Absent members say nothing about that member. */
  | {
      type: 'told';
      phase?: Phase;
      dueAt?: number | null;
      department?: string;
      /** Where it lies by the place code that was told; a position inside the city goes before it. */
      place?: Located;
      placeGiven?: GivenPlace;
      note: string;
    };

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
