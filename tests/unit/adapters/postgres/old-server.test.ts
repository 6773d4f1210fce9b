import { expect, it } from 'vitest';
import { refuseOldServer } from '#adapters/postgres/migrate.ts';

function server(number: string, text: string) {
  return { query: () => Promise.resolve({ rows: [{ number, text }] }) };
}

it('refuses a Postgres older than 14 in one line', async () => {
  await expect(refuseOldServer(server('130014', '13.14'))).rejects.toThrow(
    /^DATABASE_URL: Postgres 13\.14 is too old, version 14 or newer is needed$/,
  );
  await expect(refuseOldServer(server('140000', '14.0'))).resolves.toBeUndefined();
});
