import type { AuditLine } from '#application/api-port.ts';
import type { Actor } from '#domain/account/role.ts';
import type { Database } from './client.ts';
import { reported } from './unavailable.ts';

/** Writes who did what: one line for every act, refused ones too. Lines are never changed or removed. */
export interface AuditLog {
  /** Resolves when the line is stored; rejects with StoreUnavailable. */
  write(line: AuditLine): Promise<void>;
  /** The newest lines of an act that was done. Rejects with StoreUnavailable. */
  doneOf(act: string, most: number): Promise<AuditLine[]>;
}

export function createAuditLog({ prisma }: Pick<Database, 'prisma'>): AuditLog {
  return {
    async write({ at, actor, role, act, subject, result, detail, address }) {
      const who = { actorKind: actor.kind, actorId: actor.id, actorName: actor.name, role };
      const data = { at: new Date(at), ...who, act, subject, result, detail, address };
      await reported(prisma.auditLine.create({ data, select: { id: true } }));
    },
    async doneOf(act, most) {
      const rows = await reported(
        prisma.auditLine.findMany({ where: { act, result: 'done' }, orderBy: { id: 'desc' }, take: most }),
      );
      return rows.map(({ at, actorKind, actorId, actorName, role, subject, detail, address }) => ({
        at: at.getTime(),
        actor: { kind: actorKind as Actor['kind'], id: actorId, name: actorName },
        role: role as AuditLine['role'],
        act,
        subject,
        result: 'done',
        detail: detail as AuditLine['detail'],
        address,
      }));
    },
  };
}
