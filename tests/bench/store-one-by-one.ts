import type { Database } from '#adapters/postgres/client.ts';
import type { Prisma } from '#adapters/postgres/generated/client.ts';
import type { CaseClocks, ChangedCase, NewCase, StoredCase } from '#application/ports.ts';
import type { CaseState } from '#domain/case/case.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import { summaryOf, type CaseIdentity } from '#domain/case/summary.ts';

/** The store as one would write it first: one Prisma transaction an event. Same rows, same order of positions. */
export function createOneByOne(prisma: Database['prisma']): {
  add(made: NewCase): Promise<number>;
  change(id: number, to: (stored: StoredCase) => ChangedCase): Promise<void>;
} {
  return {
    add: (made) =>
      prisma.$transaction(async (tx) => {
        const head = await tx.logHead.update({ where: { id: 1 }, data: { position: { increment: 1 } } });
        const { last } = await tx.caseNumberDay.upsert({
          where: { day: made.numberDay },
          create: { day: made.numberDay, last: 1 },
          update: { last: { increment: 1 } },
        });
        const drawn = await tx.$queryRaw<{ id: number }[]>`SELECT nextval('city_case_id_seq')::int AS id`;
        const id = drawn[0]?.id ?? 0;
        const number = `${made.numberPrefix}-${made.numberDay}-${String(last).padStart(6, '0')}`;
        const { source, externalId, simulated, state, clocks } = made;
        await tx.cityCase.create({ data: rowOf({ id, number, source, externalId, simulated }, state, clocks) });
        for (const event of made.events) await tx.logEntry.create({ data: entryOf(id, head.position, event) });
        return id;
      }),
    change: (id, to) =>
      prisma.$transaction(async (tx) => {
        const head = await tx.logHead.update({ where: { id: 1 }, data: { position: { increment: 1 } } });
        const row = await tx.cityCase.findUniqueOrThrow({ where: { id } });
        const { number, source, externalId, simulated } = row;
        // The bench wrote this row itself.
        const before = row.state as unknown as CaseState;
        const { state, clocks, events } = to({ id, number, source, externalId, simulated, state: before });
        await tx.cityCase.update({
          where: { id },
          data: rowOf({ id, number, source, externalId, simulated }, state, clocks),
        });
        for (const event of events) await tx.logEntry.create({ data: entryOf(id, head.position, event) });
        await tx.alert.findMany({ where: { caseId: id, status: { not: 'resolved' } } });
      }),
  };
}

function entryOf(caseId: number, position: bigint, { eventId, at, recordedAt, actor, data }: CaseEvent) {
  const who = { actorKind: actor.kind, actorId: actor.id, actorName: actor.name };
  const when = { at: new Date(at), recordedAt: new Date(recordedAt) };
  return { position, caseId, kind: 'case', eventId, type: data.type, ...when, ...who, data: json(data) };
}

function rowOf(identity: CaseIdentity, state: CaseState, clocks: CaseClocks) {
  const { place, position, stageClock, wholeClock, ...it } = summaryOf(identity, state, clocks);
  const date = (at: number | null | undefined): Date | null => (at == null ? null : new Date(at));
  const { reportedAt, filedAt, stageEnteredAt, endedAt, ...rest } = it;
  return {
    ...rest,
    ...place,
    lon: position?.lon ?? null,
    lat: position?.lat ?? null,
    reportedAt: new Date(reportedAt),
    filedAt: date(filedAt),
    stageEnteredAt: new Date(stageEnteredAt),
    endedAt: date(endedAt),
    stageInstance: stageClock?.instance ?? null,
    stageRound: stageClock?.round ?? null,
    stageBasis: stageClock?.basis ?? null,
    stageWarnAt: date(stageClock?.warnAt),
    stageDueAt: date(stageClock?.dueAt),
    stageProvisional: stageClock?.provisional ?? false,
    wholeRound: wholeClock?.round ?? null,
    wholeBasis: wholeClock?.basis ?? null,
    wholeWarnAt: date(wholeClock?.warnAt),
    wholeDueAt: date(wholeClock?.dueAt),
    wholeProvisional: wholeClock?.provisional ?? false,
    state: json(state),
  };
}

/** Prisma's JSON type knows no type of ours. */
function json(value: object): Prisma.InputJsonObject {
  return value;
}
