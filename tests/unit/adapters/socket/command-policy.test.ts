import { describe, expect, it, vi } from 'vitest';
import type { SocketSubscriber } from '#adapters/socket/socket-subscriber.ts';
import { UpHandlers, type UpParts } from '#adapters/socket/up-handlers.ts';
import { ROLES } from '#domain/account/role.ts';
import { PROTOCOL_VERSION } from '#wire/protocol.ts';
import { person } from '../../../fixtures/small-platform.ts';

const commands = {
  move: { name: 'move', caseNumber: 'E1', request: { requestId: 'r', move: { move: 'comment', text: 'x' } } },
  take: { name: 'take', alertId: 7 },
  release: { name: 'release', alertId: 7 },
  close: { name: 'close', alertId: 7, order: { kind: 'known' } },
  shelve: { name: 'shelve', alertId: 7, order: { reason: 'x', until: 1 } },
};
/** Written out a second time on purpose: the same posts as on the HTTP API. */
const takers = ['leader', 'duty-officer', 'operator', 'dispatcher'];
const mayCommand = {
  move: [...takers, 'department', 'collector'],
  take: takers,
  release: takers,
  shelve: takers,
  close: takers,
};

describe.each(['move', 'take', 'release', 'shelve', 'close'] as const)('the command %s', (name) => {
  it.each(ROLES)('for %s', async (role) => {
    const execute = vi.fn<UpParts['execute']>(async () => ({ ok: true, caseNumber: 'E1', version: 1, moveVersion: 1 }));
    const parts: UpParts = {
      ...{ execute, now: () => 0, build: 'b', nodeId: 'n', simulated: true, timeZone: 'Asia/Shanghai' },
      ...{ dictionaryVersion: () => 'd', hub: { subscribe: () => ({ ok: true }), unsubscribe: () => undefined } },
    };
    const handlers = new UpHandlers(parts, {} as SocketSubscriber, person(role), '10.0.0.9');
    await handlers.answer('hello', { protocol: PROTOCOL_VERSION, build: 'b', face: 'desk' });
    const answer = await handlers.answer('command', { id: '1', command: commands[name] });
    const may = mayCommand[name].includes(role);
    expect(answer).toMatchObject({ ok: true, value: may ? { ok: true } : { refusal: { code: 'not-allowed' } } });
    if (may) expect(execute).toHaveBeenCalledWith(expect.objectContaining({ role }), expect.anything(), '10.0.0.9');
    else expect(execute).not.toHaveBeenCalled();
  });
});
