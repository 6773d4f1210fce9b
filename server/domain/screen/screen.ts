/** Where a screen hangs: a wall's id and its own on it, as in its address `/wall/<wall>/<screen>`. */
export type ScreenPlace = { wall: string; screen: string };

/** What the ids of walls and screens are made of. */
export const SCREEN_WORD = /^[\w-]{1,64}$/;

const prefix = 'screen:';

/** A screen's id in the store: its place in one word. */
export function screenIdOf({ wall, screen }: ScreenPlace): string {
  return `${wall}/${screen}`;
}

/** The place of a screen's id; null for anything that is none. */
export function placeOfScreen(id: string): ScreenPlace | null {
  const [wall = '', screen = '', more] = id.split('/');
  return SCREEN_WORD.test(wall) && SCREEN_WORD.test(screen) && more === undefined ? { wall, screen } : null;
}

/** The id of the principal that a screen's key stands for. */
export function screenPrincipalId(id: string): string {
  return prefix + id;
}

/** The screen of a principal's id; null where it stands for something else. */
export function screenOfPrincipal(principalId: string): ScreenPlace | null {
  return principalId.startsWith(prefix) ? placeOfScreen(principalId.slice(prefix.length)) : null;
}
