import type { Principal } from '#domain/account/role.ts';
import { covers } from '#domain/account/scope.ts';
import type { DeskViewAnswer, DeskViewChange, SavedFilter } from '#wire/http/desk.ts';

/** A way to look at the queue that somebody keeps. `scope` is its owner's reach; instants in epoch ms. */
export type DeskView = {
  readonly id: string;
  readonly owner: { readonly id: string; readonly name: string };
  readonly scope: string;
  readonly name: string;
  readonly shared: boolean;
  readonly filter: SavedFilter;
  readonly changedAt: number;
};

/** Keeps views. All reject with StoreUnavailable. */
export interface DeskViewStore {
  /** One's own and all that are shared, newest first, at most so many. */
  readable(owner: string, most: number): Promise<DeskView[]>;
  count(owner: string): Promise<number>;
  /** False where the id is another's. */
  put(view: DeskView): Promise<boolean>;
  remove(id: string, owner: string): Promise<boolean>;
}

/** Nobody keeps more; more than these nobody reads. */
export const MOST_VIEWS = 50;
const MOST_TOLD = 300;

/** What may be asked about kept views. All reject with StoreUnavailable. */
export interface DeskViewPort {
  /** One's own first, then those that others with a like reach share. */
  list(who: Principal): Promise<DeskViewAnswer[]>;
  /** `other`: the id is somebody else's; `full`: nobody keeps more. */
  save(who: Principal, id: string, change: DeskViewChange): Promise<DeskViewAnswer | 'other' | 'full'>;
  remove(who: Principal, id: string): Promise<boolean>;
}

export function createDeskViews({ store, now }: { store: DeskViewStore; now: () => number }): DeskViewPort {
  return {
    async list(who) {
      const views = await store.readable(who.id, MOST_TOLD);
      return views
        .filter(({ owner, scope }) => owner.id === who.id || covers(scope, who.scope) || covers(who.scope, scope))
        .map((view) => answerOf(view, who))
        .sort((a, b) => Number(b.mine) - Number(a.mine));
    },
    async save(who, id, { name, shared, filter }) {
      const known = await store.readable(who.id, MOST_TOLD);
      const isNew = !known.some((view) => view.id === id && view.owner.id === who.id);
      if (isNew && (await store.count(who.id)) >= MOST_VIEWS) return 'full';
      const owner = { id: who.id, name: who.name };
      const view: DeskView = { id, owner, scope: who.scope, name, shared, filter, changedAt: now() };
      return (await store.put(view)) ? answerOf(view, who) : 'other';
    },
    remove: (who, id) => store.remove(id, who.id),
  };
}

function answerOf({ id, owner, name, shared, filter, changedAt }: DeskView, who: Principal): DeskViewAnswer {
  return { id, name, shared, filter, changedAt, owner: owner.name, mine: owner.id === who.id };
}
