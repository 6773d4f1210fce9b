import type { Principal } from '#domain/account/role.ts';
import { covers } from '#domain/account/scope.ts';
import {
  handoverContentSchema,
  type HandoverAnswer,
  type HandoverContent,
  type HandoverHead,
} from '#wire/http/handover.ts';
import { gather, openLines, type Gathered, type ShiftSources } from './gather.ts';
import {
  HandoverRefused,
  type HandoverPort,
  type HandoverStore,
  type StoredHandover,
  type StoredHead,
} from './handover-port.ts';
import { isSound, sealed } from './sealed.ts';
import { becameOf } from './became.ts';
import { takeOverClaims, type PassClaim } from './take-over.ts';

const HOUR_MS = 3_600_000;
/** A shift that was handed over longer ago than this was not the one before. */
const LONGEST_HOURS = 24;
/** More lines than this of one kind are counted and not written out: nobody reads them out either. */
const MOST_LINES = 300;
const MOST_LISTED = 60;

/** Handovers from one shift to the next. */
export function createHandovers(parts: { store: HandoverStore; sources: ShiftSources; pass: PassClaim }): HandoverPort {
  const { store, sources } = parts;

  const gathered = async (who: Principal): Promise<Gathered & Pick<HandoverContent, 'sinceWhat'>> => {
    const now = sources.now();
    const last = await store.lastAt(who.scope);
    const before = last !== null && last > now - LONGEST_HOURS * HOUR_MS && last < now ? last : null;
    const since = before ?? now - sources.limits().spanHours * HOUR_MS;
    return { ...(await gather(sources, who, since)), sinceWhat: before === null ? 'hours' : 'handover' };
  };

  const found = async (who: Principal, id: string): Promise<StoredHandover> => {
    const handover = await store.get(id, who.id);
    // Whoever may not see it learns nothing of it.
    if (handover === null || !covers(who.scope, handover.scope))
      throw new HandoverRefused('not-found', `there is no handover ${id}`);
    return handover;
  };

  const answer = async (who: Principal, handover: StoredHandover): Promise<HandoverAnswer> => {
    const content = handoverContentSchema.parse(JSON.parse(handover.text));
    // Of the place that was handed over, also where the reader sees more.
    const there = await openLines(sources, { ...who, scope: handover.scope }, handover.at);
    const ended = await sources.reader.ended(alertIdsOf(content));
    const became = becameOf(content, there, ended);
    return {
      ...headOf(handover, who),
      ...{ content, sound: isSound(handover) },
      now: { at: there.at, open: became.filter(({ state }) => state !== 'settled').length, became },
    };
  };

  return {
    async draft(who) {
      const { sinceWhat, ...now } = await gathered(who);
      return contentOf(who, now, sinceWhat, '');
    },
    async list(who) {
      return (await store.list(who.scope, who.id, MOST_LISTED)).map((handover) => headOf(handover, who));
    },
    async get(who, id) {
      return answer(who, await found(who, id));
    },
    async make(who, id, remark, address) {
      let written = false;
      if ((await store.get(id, who.id)) === null) {
        const { sinceWhat, ...now } = await gathered(who);
        const { text, hash } = sealed(contentOf(who, now, sinceWhat, remark.trim()));
        const leaves = { id: who.id, name: who.name, role: who.role, at: now.at, address };
        written = await store.add({ id, scope: who.scope, since: now.since, at: now.at, hash, text, leaves });
      }
      const stored = await found(who, id);
      if (stored.leaves.id !== who.id) throw new HandoverRefused('already-taken', `the id ${id} is another handover's`);
      return { handover: await answer(who, stored), written };
    },
    async sign(who, id, hash, address) {
      const handover = await found(who, id);
      if (handover.leaves.id === who.id)
        throw new HandoverRefused('not-allowed', 'whoever hands over does not sign for what was handed over');
      if (handover.hash !== hash)
        throw new HandoverRefused('version-conflict', 'this is not the handover that was read: read it again');
      const by = { id: who.id, name: who.name, role: who.role, at: sources.now(), address };
      if (handover.comes === null) await store.sign(id, by);
      const signed = await found(who, id);
      if (signed.comes?.id !== who.id)
        throw new HandoverRefused('already-taken', `${signed.comes?.name ?? 'somebody'} has signed for it already`);
      return answer(who, signed);
    },
    async takeOver(who, id, alerts) {
      const handover = await found(who, id);
      if (handover.comes?.id !== who.id)
        throw new HandoverRefused('not-allowed', 'claims go to whoever signed for the handover');
      const content = handoverContentSchema.parse(JSON.parse(handover.text));
      return takeOverClaims(parts.pass, { who, from: handover.leaves, offered: content.claims.items, alerts });
    },
    async putAway(who, id) {
      await found(who, id);
      await store.putAway(id, who.id, sources.now());
    },
  };
}

function contentOf(
  { id, name, role }: Principal,
  now: Gathered,
  sinceWhat: HandoverContent['sinceWhat'],
  remark: string,
): HandoverContent {
  const cut = <Item>({ total, items }: { total: number; items: Item[] }) => ({
    total,
    items: items.slice(0, MOST_LINES),
  });
  return {
    ...{ format: 'citywall-handover-1', scope: now.scope, since: now.since, sinceWhat, at: now.at },
    leaver: { id, name, role },
    // The leaver's own claims are never left out: they can be passed on.
    claims: cut({ ...now.claims, items: [...now.claims.items].sort((a, b) => own(b, id) - own(a, id)) }),
    ...{ shelved: cut(now.shelved), standing: cut(now.standing), promises: cut(now.promises) },
    ...{ teams: cut(now.teams), feeds: cut(now.feeds), screens: cut(now.screens), walls: cut(now.walls) },
    ...{ load: now.load, counts: now.counts, remark },
  };
}

const own = ({ by }: { by: { id: string } }, id: string): number => Number(by.id === id);

function headOf(handover: StoredHead, who: Principal): HandoverHead {
  const { id, scope, hash, at, leaves, comes, putAwayAt } = handover;
  return { id, scope, hash, at, leaves, comes, mine: leaves.id === who.id, putAwayAt };
}

function alertIdsOf({ claims, shelved, standing }: HandoverContent): number[] {
  return [...new Set([...claims.items, ...shelved.items, ...standing.items].map(({ alertId }) => alertId))];
}
