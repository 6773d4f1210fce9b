import { ask } from '../../frame/answer.ts';

/** Sends a change as JSON. Throws as `ask` does. */
export function postJson<Answer>(address: string, body: object): Promise<Answer> {
  return ask<Answer>(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
