import { expect, it } from 'vitest';
import { createPool } from '#adapters/postgres/pool.ts';

it('tells of a connection that broke, and of none that the end cuts', async () => {
  const lost: string[] = [];
  const pool = createPool('postgres://nobody@127.0.0.1:1/none', { onLost: ({ message }) => void lost.push(message) });
  pool.emit('error', new Error('broken'), undefined);
  await pool.end();
  pool.emit('error', new Error('terminating connection due to administrator command'), undefined);
  expect(lost).toEqual(['broken']);
});
