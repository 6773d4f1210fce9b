import type { Actor, Role } from '#domain/account/role.ts';

/** One line for every act: who, from which address, what, on what, with what result. */
export type AuditLine = {
  at: number;
  actor: Actor;
  role: Role | 'nobody';
  act: string;
  subject: string;
  result: 'done' | 'refused' | 'failed';
  detail: Record<string, string | number | boolean | null>;
  address: string;
};
