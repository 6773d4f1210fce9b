import type { Principal } from '#domain/account/role.ts';
import type { CommandResult } from '#wire/command.ts';
import type { ActDone } from '#wire/http/act.ts';
import type { actOperations } from '#wire/http/operations/act.ts';
import { audit } from '../audit.ts';
import type { Handlers, HttpParts } from '../handler.ts';
import { ProblemError } from '../problem-error.ts';

/** What people do. Every act is written down, refused ones too. */
export function actHandlers(parts: HttpParts): Pick<Handlers, keyof typeof actOperations> {
  const { moves } = parts.port;
  const finish = async (
    who: Principal,
    address: string,
    act: string,
    subject: string,
    result: CommandResult,
    said: Readonly<Record<string, string | number>> = {},
  ): Promise<{ answer: ActDone }> => {
    await audit(parts, who, address, {
      act,
      subject,
      result: result.ok ? 'done' : 'refused',
      detail: result.ok
        ? { caseNumber: result.caseNumber, version: result.version, ...said }
        : { code: result.refusal.code },
    });
    if (!result.ok) throw refusal(result.refusal);
    const { caseNumber, version, moveVersion } = result;
    return { answer: { caseNumber, version, moveVersion } };
  };
  return {
    async moveCase({ principal, params: { number }, body, address }) {
      const result = await moves.move(principal, number, body);
      const named = body.move.move === 'comment' ? (body.move.mentions ?? []) : [];
      const said: Record<string, string> = named.length === 0 ? {} : { mentions: named.join(' ') };
      return finish(principal, address, `case.${body.move.move}`, number, result, said);
    },
    async takeAlert({ principal, params: { id }, address }) {
      return finish(principal, address, 'alert.take', String(id), await moves.take(principal, id));
    },
    async closeAlert({ principal, params: { id }, body, address }) {
      return finish(principal, address, 'alert.close', String(id), await moves.close(principal, id, body), body);
    },
    async shelveAlert({ principal, params: { id }, body, address }) {
      return finish(principal, address, 'alert.shelve', String(id), await moves.shelve(principal, id, body), body);
    },
    async releaseAlert({ principal, params: { id }, address }) {
      return finish(principal, address, 'alert.release', String(id), await moves.release(principal, id));
    },
  };
}

/** A command's refusal as a problem: the codes have the same names. */
function refusal({ code, message, legal, other }: Extract<CommandResult, { ok: false }>['refusal']): ProblemError {
  const more = { ...(legal === undefined ? {} : { legal }), ...(other === undefined ? {} : { other }) };
  return new ProblemError(code, message, more, code === 'store-unavailable' ? 2 : null);
}
