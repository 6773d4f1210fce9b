import type { ClaimResult, HandoverAnswer, HandoverHead } from '#wire/http/handover.ts';
import { ask } from '../frame/answer.ts';

const ADDRESS = '/api/v1/handovers';

/** The id of a new handover: chosen here, so that signing again after a lost answer is the same one. */
export function newHandoverId(): string {
  return `h${crypto.randomUUID().replaceAll('-', '')}`;
}

export function addressOf(id: string): string {
  return `${ADDRESS}/${id}`;
}

/** All of them throw as `ask` does. */
export function listHandovers(): Promise<{ handovers: HandoverHead[] }> {
  return ask(ADDRESS);
}

export function readHandover(id: string): Promise<HandoverAnswer> {
  return ask(addressOf(id));
}

export function makeHandover(id: string, remark: string): Promise<HandoverAnswer> {
  return post(addressOf(id), { remark });
}

export function signHandover(id: string, hash: string): Promise<HandoverAnswer> {
  return post(`${addressOf(id)}/sign`, { hash });
}

export function takeOverClaims(id: string, alerts: readonly number[]): Promise<{ results: ClaimResult[] }> {
  return post(`${addressOf(id)}/claims`, { alerts });
}

export function putAwayHandover(id: string): Promise<unknown> {
  return post(`${addressOf(id)}/put-away`);
}

function post<Answer>(address: string, body?: unknown): Promise<Answer> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  return ask(address, { method: 'POST', headers: { 'content-type': 'application/json' }, ...sent });
}
