import { createMentionStore } from '#adapters/postgres/desk/mention-store.ts';
import { createPeopleFinder } from '#adapters/postgres/desk/people-finder.ts';
import { createStoreQueries } from '#adapters/postgres/queries/store-queries.ts';
import { createMentions, refuseMentions, type MentionPort } from '#application/mention/mentions.ts';
import type { Refusal } from '#wire/command.ts';
import type { Store } from './store.ts';

/** Who may be named in a comment on this store's cases, and who was. */
export function openMentions(
  store: Store,
  now: () => number,
): { port: MentionPort; refuse: (caseNumber: string, ids: readonly string[]) => Promise<Refusal | null> } {
  const queries = createStoreQueries(store);
  const finder = createPeopleFinder(store.pool);
  const caseOf = async (number: string, reach: Parameters<typeof queries.caseByNumber>[1]) =>
    (await queries.caseByNumber(number, reach))?.stored ?? null;
  return {
    port: createMentions({ store: createMentionStore(store.pool), finder, caseOf, now }),
    refuse: (caseNumber, ids) => refuseMentions({ finder, caseOf }, caseNumber, ids),
  };
}
