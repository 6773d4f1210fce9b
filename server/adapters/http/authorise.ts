import type { IncomingMessage } from 'node:http';
import type { Principal } from '#domain/account/role.ts';
import { isCityCode } from '#domain/place/code.ts';
import type { Operation } from '#wire/http/operation.ts';
import { operations, type OperationId } from '#wire/http/operations.ts';
import { rowOf } from '#wire/policy.ts';
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
  { identity, limits, origin }: HttpParts,
  id: OperationId,
  request: IncomingMessage,
  address: string,
): Promise<Principal | null> {
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
  if (!policy.roles.includes(principal.role)) {
    throw new ProblemError('not-allowed', `the role ${principal.role} may not do this`);
  }
  if (policy.scope === 'platform' && !isCityCode(principal.scope)) {
    throw new ProblemError('not-allowed', `this is for the whole city, and ${principal.scope} is a part of it`);
  }
  await (principal.role === 'source' ? limits.ingest : limits.caller).take(`${principal.role}:${principal.id}`);
  return principal;
}
