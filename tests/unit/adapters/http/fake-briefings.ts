import type { BriefingPort } from '#application/briefing/briefings.ts';
import { operations } from '#wire/http/operations.ts';

/** One list that answers to every name. */
export function fakeBriefings(): BriefingPort {
  const list = operations.saveBriefing.answer.example;
  return { list: async () => [list], save: async () => list, remove: async () => true };
}
