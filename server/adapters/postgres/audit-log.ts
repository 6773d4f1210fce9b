import type { AuditLine } from '#application/api-port.ts';
import type { Database } from './client.ts';
import { reported } from './unavailable.ts';

/** Writes who did what: one line for every act, refused ones too. Lines are never changed or removed. */
export interface AuditLog {
  /** Resolves when the line is stored; rejects with StoreUnavailable. */
  write(line: AuditLine): Promise<void>;
}

export function createAuditLog({ prisma }: Pick<Database, 'prisma'>): AuditLog {
  return {
    async write({ at, actor, role, act, subject, result, detail, address }) {
      const who = { actorKind: actor.kind, actorId: actor.id, actorName: actor.name, role };
      const data = { at: new Date(at), ...who, act, subject, result, detail, address };
      await reported(prisma.auditLine.create({ data, select: { id: true } }));
    },
  };
}
