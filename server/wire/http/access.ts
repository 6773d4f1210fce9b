import type { Role } from '#domain/account/role.ts';

/** People who work with cases. The system administrator runs the platform and reads cases to do so, but moves none. */
export const READERS = [
  'administrator',
  'leader',
  'duty-officer',
  'operator',
  'dispatcher',
  'department',
  'collector',
] as const satisfies readonly Role[];

/** What a wall's page loads besides its topics: names and outlines, no case and no person. */
export const READERS_AND_SCREENS = [...READERS, 'screen'] as const satisfies readonly Role[];

/** Who sees all of a place, and not only cases of their own: people in command, and screens. */
export const WHOLE_PLACE_VIEWERS = [
  'administrator',
  'leader',
  'duty-officer',
  'operator',
  'dispatcher',
  'screen',
] as const satisfies readonly Role[];

/** Who may move cases; which move, the case's own rules say. */
export const MOVERS = [
  'leader',
  'duty-officer',
  'operator',
  'dispatcher',
  'department',
  'collector',
] as const satisfies readonly Role[];

/** Who answers for alerts. */
export const ALERT_TAKERS = ['leader', 'duty-officer', 'operator', 'dispatcher'] as const satisfies readonly Role[];

/** Who may say what stands on a wall: whoever leads, commands or runs it. */
export const WALL_STEERERS = [
  'administrator',
  'leader',
  'duty-officer',
  'dispatcher',
] as const satisfies readonly Role[];

/** Who steps walls through a list of scenes before others. */
export const PRESENTERS = ['administrator', 'leader', 'duty-officer'] as const satisfies readonly Role[];

/** Whoever has an account. */
export const PEOPLE = [...READERS, 'security-administrator', 'auditor'] as const satisfies readonly Role[];

/** The names of places, departments and categories: all who work on a page or hang on a wall. */
export const NAMED = [...PEOPLE, 'screen'] as const satisfies readonly Role[];

/** Accounts, roles and sessions. */
export const ACCOUNT_KEEPERS = ['security-administrator'] as const satisfies readonly Role[];

/** Settings, lists, walls and screens of the platform. */
export const SYSTEM = ['administrator'] as const satisfies readonly Role[];

/** The audit, which nobody else reads. */
export const AUDITORS = ['auditor'] as const satisfies readonly Role[];

export const SOURCES = ['source'] as const satisfies readonly Role[];
/** Who brings photographs: sources with their reports, people with their moves. */
export const PHOTOGRAPHERS = [...MOVERS, 'source'] as const satisfies readonly Role[];
export const EVERYBODY_KNOWN = [...NAMED, 'source'] as const satisfies readonly Role[];
