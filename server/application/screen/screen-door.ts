import type { PlaceScope } from '#domain/account/role.ts';
import type { ScreenPlace } from '#domain/screen/screen.ts';

/** What a screen that asks to be let in says of itself, and where the request came from. Nothing of it is proven. */
export type AskedScreen = ScreenPlace & {
  /** Such as `1920×1080`. */
  window: string;
  address: string;
  userAgent: string;
};

/** Codes for one screen (RFC 8628 §3.2), in seconds. The device code is its secret, the user code is shown. */
export type DeviceCodes = { deviceCode: string; userCode: string; expiresIn: number; interval: number };

/** Where an operator hangs a screen, under which name, and the place whose data it shows. */
export type Hanging = ScreenPlace & { label: string; scope: PlaceScope };

export const TOKEN_ERRORS = [
  'authorization_pending',
  'slow_down',
  'expired_token',
  'access_denied',
  'invalid_grant',
] as const;
export type TokenError = (typeof TOKEN_ERRORS)[number];

export type Redeemed =
  { ok: true; key: string; hanging: Hanging; approvedBy: string } | { ok: false; error: TokenError };

/** Why a code is of no use to an operator. */
export type CodeRefusal = 'unknown' | 'expired' | 'settled' | 'claimed';
export type Reviewed = { ok: true; asked: AskedScreen; askedAt: number } | { ok: false; refusal: CodeRefusal };
export type Settled = { ok: true; asked: AskedScreen } | { ok: false; refusal: CodeRefusal };

/**
 * How a screen without a key is let in: it shows a code, somebody who is signed in approves the code, the screen gets a
 * key of its own. Codes, expiry, polling and approval are the sign-in library's. `headers` carry the person's session.
 * Rejects with StoreUnavailable.
 */
export interface ScreenDoor {
  /** Null when too many codes wait already. */
  ask(asked: AskedScreen): Promise<DeviceCodes | null>;
  /** The screen's question whether it was approved. The key is handed out once. */
  redeem(deviceCode: string): Promise<Redeemed>;
  /** Who asks by a code. From then on only this person may settle it. */
  review(headers: Headers, code: string): Promise<Reviewed>;
  approve(headers: Headers, code: string, hanging: Hanging): Promise<Settled>;
  deny(headers: Headers, code: string): Promise<Settled>;
}
