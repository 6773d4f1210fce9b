import type { IncomingMessage } from 'node:http';
import type { Principal } from '#domain/account/role.ts';
import { isCityCode } from '#domain/place/code.ts';
import type { Operation } from '#wire/http/operation.ts';
import { operations, type OperationId } from '#wire/http/operations.ts';
import { rowOf, type PolicyRow } from '#wire/policy.ts';
import { audit } from './audit.ts';
import { isFromHere } from './client-address.ts';
import { webHeaders, type HttpParts } from './handler.ts';
import { isOwnPage } from './origin.ts';
import { ProblemError } from './problem-error.ts';

/**
 * Who calls an operation, after the policy; null where nobody needs to be known.
 *
 * @throws ProblemError not-signed-in, bad-key, not-allowed, foreign-origin, too-many-requests; StoreUnavailable.
 */
export async function authorise(
  parts: HttpParts,
  id: OperationId,
  request: IncomingMessage,
  address: string,
): Promise<Principal | null> {
  const { identity, limits, origin } = parts;
  const operation: Operation = operations[id];
  const policy = rowOf(id);
  const bringsKey = request.headers.authorization !== undefined;
  if (operation.method !== 'GET' && !bringsKey && !isOwnPage(request, origin)) {
    throw new ProblemError('foreign-origin', 'a page of another site may not act here');
  }
  if (policy === 'public' || (operation.loopback && isFromHere(request))) return null;
  if (bringsKey) await limits.badKey.check(address);
  const principal = await identity.principalOf(webHeaders(request));
  if (principal === null) {
    if (!bringsKey) throw new ProblemError('not-signed-in', 'sign in, or send a key as Authorization: Bearer …');
    await limits.badKey.take(address);
    throw new ProblemError('bad-key', 'this key is unknown or was revoked');
  }
  await (principal.role === 'source' ? limits.ingest : limits.caller).take(`${principal.role}:${principal.id}`);
  const refused = refusalOf(policy, principal);
  if (refused !== null) {
    if (principal.kind === 'person' && (await limits.denied.allows(`${id}:${principal.id}`))) {
      await audit(parts, principal, address, { act: 'denied', subject: id, result: 'refused', detail: {} });
    }
    throw new ProblemError('not-allowed', refused);
  }
  return principal;
}

/** Why the policy refuses somebody an act; null where it does not. */
function refusalOf({ roles, scope }: Exclude<PolicyRow, 'public'>, who: Principal): string | null {
  if (!roles.includes(who.role)) return `the role ${who.role} may not do this`;
  if (scope === 'platform' && !isCityCode(who.scope))
    return `this is for the whole city, and ${who.scope} is a part of it`;
  return null;
}
