import type { Principal } from '#domain/account/role.ts';
import { covers } from '#domain/account/scope.ts';
import { MOST_LISTS, type BriefingList, type BriefingStep } from '#domain/briefing/briefing-list.ts';
import { SCENE_KINDS } from '#domain/wall/scene.ts';
import type { BriefingStore } from './briefing-store.ts';

export type BriefingChange = Pick<BriefingList, 'version' | 'name' | 'shared' | 'steps'>;

/** Why a list was not kept; `field` says where in what was given. */
export class BriefingRefused extends Error {
  override name = 'BriefingRefused';
  readonly code: 'not-found' | 'version-conflict' | 'bad-argument';
  readonly field: string | undefined;

  constructor(code: BriefingRefused['code'], message: string, field?: string) {
    super(message);
    this.code = code;
    this.field = field;
  }
}

/** What may be asked about lists of briefings. All reject with BriefingRefused or StoreUnavailable. */
export interface BriefingPort {
  /** One's own lists, and those that others within reach share, without their notes. */
  list(who: Principal): Promise<BriefingList[]>;
  save(who: Principal, id: string, change: BriefingChange): Promise<BriefingList>;
  remove(who: Principal, id: string): Promise<boolean>;
}

/** So many lists are told at most; beyond them the oldest are left out. */
const MOST_TOLD = 500;

export function createBriefings(parts: {
  store: BriefingStore;
  now: () => number;
  hasPlace: (code: string) => boolean;
}): BriefingPort {
  const { store, now, hasPlace } = parts;
  return {
    async list(who) {
      const lists = await store.readable(who.id, MOST_TOLD);
      return lists
        .filter(({ owner, scope }) => owner.id === who.id || covers(who.scope, scope))
        .map((list) => (list.owner.id === who.id ? list : withoutNotes(list)));
    },
    async save(who, id, change) {
      refusePlaces(change.steps, who, hasPlace);
      const before = await store.get(id);
      // Another's list is no more said to be there than one that is not.
      if (before !== null && before.owner.id !== who.id)
        throw new BriefingRefused('not-found', `you have no list ${id}`);
      if ((before?.version ?? 0) !== change.version) throw conflict();
      if (before === null && (await store.count(who.id)) >= MOST_LISTS) {
        throw new BriefingRefused('bad-argument', `nobody keeps more than ${MOST_LISTS} lists: remove one first`);
      }
      const { name, shared, steps, version } = change;
      const owner = { id: who.id, name: who.name };
      const list = { id, owner, scope: who.scope, name, shared, steps, version: version + 1, changedAt: now() };
      if (!(await store.put(list, version))) throw conflict();
      return list;
    },
    remove: (who, id) => store.remove(id, who.id),
  };
}

function withoutNotes(list: BriefingList): BriefingList {
  return { ...list, steps: list.steps.map((step) => ({ ...step, note: '' })) };
}

function conflict(): BriefingRefused {
  return new BriefingRefused('version-conflict', 'the list was changed elsewhere: read it again', 'version');
}

function refusePlaces(steps: readonly BriefingStep[], who: Principal, hasPlace: (code: string) => boolean): void {
  steps.forEach(({ scene: { kind, target } }, index) => {
    if (SCENE_KINDS[kind] !== 'place' || target === undefined) return;
    if (hasPlace(target) && covers(who.scope, target)) return;
    const says = `no place within your reach has the code ${target}`;
    throw new BriefingRefused('bad-argument', says, `steps.${index}.scene.target`);
  });
}
