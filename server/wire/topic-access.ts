import type { Role } from '#domain/account/role.ts';
import { READERS_AND_SCREENS } from './http/access.ts';
import type { Topic } from './protocol.ts';

/**
 * Who may follow a topic of the live protocol. What of it a follower gets is cut to the place of the account, and for a
 * department to its own cases.
 */
export const FOLLOWERS: Readonly<Record<Topic, readonly Role[]>> = {
  cases: READERS_AND_SCREENS,
  alerts: READERS_AND_SCREENS,
  waiting: READERS_AND_SCREENS,
  figures: READERS_AND_SCREENS,
  lane: READERS_AND_SCREENS,
  places: READERS_AND_SCREENS,
  heat: READERS_AND_SCREENS,
  roster: READERS_AND_SCREENS,
  teams: READERS_AND_SCREENS,
  status: READERS_AND_SCREENS,
  canary: READERS_AND_SCREENS,
  walls: READERS_AND_SCREENS,
  notices: READERS_AND_SCREENS,
};
