import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { closeHttp } from '../../../server/compose/listen.ts';

it('takes no more connections, ends those that ask, and waits for no live one', async () => {
  const server = createServer((_, response) => void response.write('for ever'));
  const held: { destroy(): unknown }[] = [];
  server.on('upgrade', (_, socket) => {
    held.push(socket);
    socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const live = connect(port, '127.0.0.1');
  live.write('GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  await once(live, 'data');
  const asking = connect(port, '127.0.0.1');
  asking.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  await once(asking, 'data');

  const asked = once(asking, 'close');
  closeHttp(server);
  await asked;
  expect(live.destroyed).toBe(false);
  const late = connect(port, '127.0.0.1');
  await expect(once(late, 'connect')).rejects.toThrow(/ECONNREFUSED/);
  const gone = once(server, 'close');
  for (const socket of held) socket.destroy();
  await gone;
  live.destroy();
});
