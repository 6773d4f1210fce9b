import type { ApiPort } from '#application/api-port.ts';
import { createDeskViews, type DeskView, type DeskViewStore } from '#application/desk/desk-views.ts';
import { DEFAULT_LOAD_LIMITS } from '#domain/alert/load-limits.ts';

/** Kept views in memory. */
export function memoryDeskViews(): DeskViewStore {
  const views = new Map<string, DeskView>();
  const of = (owner: string) => [...views.values()].filter((view) => view.owner.id === owner);
  return {
    readable: (owner) => Promise.resolve([...views.values()].filter((view) => view.shared || view.owner.id === owner)),
    count: (owner) => Promise.resolve(of(owner).length),
    put: (view) => {
      const known = views.get(view.id);
      if (known !== undefined && known.owner.id !== view.owner.id) return Promise.resolve(false);
      views.set(view.id, view);
      return Promise.resolve(true);
    },
    remove: (id, owner) => Promise.resolve(views.get(id)?.owner.id === owner && views.delete(id)),
  };
}

/** What officers keep of their desks, as the api hands it on. Everybody's view 77 is their own here. */
export function fakeDesk(now: () => number): ApiPort['desk'] {
  const own = new Map<string, ReturnType<typeof createDeskViews>>();
  const viewsOf = (id: string) => {
    const known = own.get(id) ?? createDeskViews({ store: memoryDeskViews(), now });
    own.set(id, known);
    return known;
  };
  return {
    mentions: {
      people: () => Promise.resolve([]),
      list: () => Promise.resolve({ unread: 0, mentions: [] }),
      markRead: () => Promise.resolve(0),
    },
    views: {
      list: (who) => viewsOf(who.id).list(who),
      save: (who, id, change) => viewsOf(who.id).save(who, id, change),
      remove: (who, id) => viewsOf(who.id).remove(who, id),
    },
    limits: () => DEFAULT_LOAD_LIMITS,
    changeLimits: (_who, change) => Promise.resolve({ ...DEFAULT_LOAD_LIMITS, ...change }),
  };
}
