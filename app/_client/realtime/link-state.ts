import type { Welcome, WireError } from '#wire/protocol.ts';

/**
 * How the page stands with its server. `since` is page time (epoch ms) of the change.
 * connecting: never had it. live: hears it. lost: had it, tries again by itself. refused: the server knows who asks and
 * says no; asked again now and then, since a key may be given meanwhile.
 */
export type LinkState =
  | { phase: 'connecting'; since: number }
  | { phase: 'live'; since: number; welcome: Welcome }
  | { phase: 'lost'; since: number; reason: 'network' | WireError }
  | { phase: 'refused'; since: number; reason: 'not-signed-in' | 'not-allowed' };
