import type { Principal } from '#domain/account/role.ts';
import type {
  ClaimResult,
  HandoverAnswer,
  HandoverContent,
  HandoverHead,
  HandoverPromise,
  HandoverSignature,
} from '#wire/http/handover.ts';

/** A handover as it is stored. `text` is the signed content, `hash` its SHA-256. Instants in epoch ms. */
export type StoredHandover = {
  readonly id: string;
  readonly scope: string;
  readonly since: number;
  readonly at: number;
  readonly hash: string;
  readonly text: string;
  readonly leaves: HandoverSignature;
  readonly comes: HandoverSignature | null;
  /** When the reader put it away. */
  readonly putAwayAt: number | null;
};
export type StoredHead = Omit<StoredHandover, 'text'>;

/** Keeps handovers; nothing that is in it is ever changed. All reject with StoreUnavailable. */
export interface HandoverStore {
  /** Stores what the leaver signed; false where the id is taken. */
  add(handover: Omit<StoredHandover, 'comes' | 'putAwayAt'>): Promise<boolean>;
  get(id: string, reader: string): Promise<StoredHandover | null>;
  /** Newest first, of the places that `scope` covers. */
  list(scope: string, reader: string, limit: number): Promise<StoredHead[]>;
  /** The second name; false where there is one already. */
  sign(id: string, by: HandoverSignature): Promise<boolean>;
  putAway(id: string, reader: string, at: number): Promise<void>;
  /** When the shift before was handed over, of this very place; null: never. */
  lastAt(scope: string): Promise<number | null>;
}

/** What only the stored log knows of a shift. `place` null: everywhere. All reject with StoreUnavailable. */
export interface ShiftReader {
  counts(place: string | null, from: number, to: number): Promise<HandoverContent['counts']>;
  /** When a person last did something on each of these cases. */
  lastActs(caseIds: readonly number[]): Promise<ReadonlyMap<number, number>>;
  /** Extensions that still run and urges that nobody has answered, said since an instant. */
  promises(place: string | null, since: number): Promise<HandoverPromise[]>;
  /** When and why alerts ended, of those that have. */
  ended(alertIds: readonly number[]): Promise<ReadonlyMap<number, number>>;
}

/** Why a handover was not written, signed or passed. */
export class HandoverRefused extends Error {
  override name = 'HandoverRefused';
  readonly code: 'not-found' | 'not-allowed' | 'version-conflict' | 'already-taken' | 'not-ready';
  constructor(code: HandoverRefused['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** What may be asked about handovers. All reject with HandoverRefused or StoreUnavailable. */
export interface HandoverPort {
  /** What would be handed over now. */
  draft(who: Principal): Promise<HandoverContent>;
  /** Those within reach, newest first. */
  list(who: Principal): Promise<HandoverHead[]>;
  get(who: Principal, id: string): Promise<HandoverAnswer>;
  /** Writes it and signs it as the one who leaves. The same id again is the same handover: `written` is false then. */
  make(
    who: Principal,
    id: string,
    remark: string,
    address: string,
  ): Promise<{ handover: HandoverAnswer; written: boolean }>;
  /** Signs it as the one who comes. Again by the same person is nothing new. */
  sign(who: Principal, id: string, hash: string, address: string): Promise<HandoverAnswer>;
  /** Claims of the one who left go to the one who signed for them, each by itself. */
  takeOver(who: Principal, id: string, alerts: readonly number[]): Promise<ClaimResult[]>;
  putAway(who: Principal, id: string): Promise<void>;
}
