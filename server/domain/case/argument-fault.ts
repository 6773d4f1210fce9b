/** What of a move's arguments does not fit the case. Screens have a sentence for each: what is wrong and what would do. */
export const ARGUMENT_FAULTS = [
  'no-request',
  'no-condition',
  'no-department',
  'past-until',
  'past-reply',
  'no-supervision',
  'not-late',
  'not-shorter',
  'no-district',
  'other-district',
  'no-case',
  'itself',
  'is-duplicate',
  'ended-undealt',
  'unfit-text',
  'past-shelf',
  'no-person',
  'mention-out-of-reach',
] as const;
export type ArgumentFault = (typeof ARGUMENT_FAULTS)[number];

/** A fault with the code or number that it is about, where there is one. */
export type Fault = { fault: ArgumentFault; about?: string };
