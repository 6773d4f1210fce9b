import type { PlaceScope, Principal } from '#domain/account/role.ts';
import type { ScreenPlace } from '#domain/screen/screen.ts';
import type { ScreenList } from '#wire/http/screens.ts';
import type { Painted, ScreenOrder, ScreenPicture } from '#wire/screen.ts';

/** A screen as it is stored. Instants in epoch ms. */
export type ScreenRow = ScreenPlace & {
  /** `wall/screen`. */
  id: string;
  label: string;
  scope: PlaceScope;
  /** Who let it in; empty where the command line or the demo did. */
  approvedBy: string;
  keyedAt: number;
  revokedAt: number | null;
  patternUntil: number | null;
  report: { seenAt: number; leftAt: number | null; node: string; painted: Painted } | null;
  pictureAt: number | null;
};

/** What a screen told last, as it is written down. */
export type ReportRow = { id: string; seenAt: number; leftAt: number | null; painted: Painted };
export type KeptPicture = Pick<ScreenPicture, 'paintedAt' | 'contentType'> & { bytes: Uint8Array };
/** A screen whose key is good: `key` names the key, so that a new one is told from the old. */
export type ScreenInForce = { id: string; key: string; label: string; patternUntil: number | null };

/**
 * Where screens are kept: identity for ever, what they told last as one row each. Rejects with StoreUnavailable.
 * Methods that answer whether they changed something say false where there is no such screen.
 */
export interface ScreenStore {
  list(): Promise<ScreenRow[]>;
  /** Of these screens those that may be here, as they are settled now. */
  inForce(ids: readonly string[]): Promise<ScreenInForce[]>;
  rename(id: string, label: string): Promise<boolean>;
  setPattern(id: string, until: number | null): Promise<boolean>;
  revoke(id: string): Promise<boolean>;
  /** Writes each screen's newest report; screens that are not there are left out. */
  saveReports(node: string, reports: readonly ReportRow[]): Promise<void>;
  savePicture(id: string, picture: KeptPicture): Promise<void>;
  picture(id: string): Promise<KeptPicture | null>;
}

/** Connections of screens, on this node and, by rooms, on every other. */
export interface ScreenSockets {
  /** Screens connected to this node. */
  here(): { id: string; key: string }[];
  /** Tells a screen on all nodes to do something. */
  order(id: string, order: ScreenOrder): void;
  /** Ends every connection of a screen on all nodes; each is told that it is not allowed. */
  drop(id: string): void;
  /** Ends the connections to this node that came by a key. */
  dropHere(id: string, key: string): void;
}

/** What an operator may do with screens. Only those within `who.scope` are seen and reached; others are not found. */
export interface ScreenPort {
  list(who: Principal): Promise<ScreenList>;
  /** Whether there is such a screen within reach. */
  has(who: Principal, place: ScreenPlace): Promise<boolean>;
  rename(place: ScreenPlace, label: string): Promise<void>;
  revoke(place: ScreenPlace): Promise<void>;
  /** Shows the test pattern for so long; 0 ends it. */
  pattern(place: ScreenPlace, seconds: number): Promise<void>;
  order(place: ScreenPlace, order: 'picture' | 'reload'): void;
  picture(place: ScreenPlace): Promise<KeptPicture | null>;
}
