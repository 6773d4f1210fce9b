import type { ScreenPlace } from '#domain/screen/screen.ts';

/** Names of screens' cookies begin with this, and go on with the place: one browser may drive several screens. */
export const SCREEN_COOKIE = 'citywall_screen';
/** A wall has no sign-in that runs out: as long as browsers keep a cookie at all. */
const SECONDS = 400 * 86_400;

/** Keeps a screen's key in its browser, where no script can read it. */
export function screenCookie(place: ScreenPlace, key: string, secure: boolean): string {
  return cookie(place, encodeURIComponent(key), SECONDS, secure);
}

/** Takes a key that is good no more from its browser. */
export function noScreenCookie(place: ScreenPlace, secure: boolean): string {
  return cookie(place, '', 0, secure);
}

function cookie({ wall, screen }: ScreenPlace, value: string, seconds: number, secure: boolean): string {
  const pair = `${SCREEN_COOKIE}.${wall}.${screen}=${value}; Path=/; Max-Age=${seconds}`;
  return `${pair}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
