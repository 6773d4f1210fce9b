import type { Role } from '#domain/account/role.ts';

/** Somebody at a desk, with the cases that they have open there, as far as the reader may see them. */
export type DeskPerson = { id: string; name: string; role: Role; caseIds: number[] };

/** Body of `presence` (frame, at once when it changes): who is at the desks of the scope. */
export type Presence = { at: number; people: DeskPerson[] };
