import type { DemoAccount } from '#adapters/auth/demo.ts';
import type { Role } from '#domain/account/role.ts';

/** The faces of a running city, and the post that finds most in each; null where nobody signs in. */
const FACES: readonly { name: string; path: string; post: Role | null }[] = [
  { name: 'wall', path: '/wall/main/1', post: null },
  { name: 'hall', path: '/wall/hall/1', post: null },
  { name: 'desk', path: '/desk', post: 'duty-officer' },
  { name: 'figures', path: '/evaluation', post: 'leader' },
  { name: 'admin', path: '/admin', post: 'administrator' },
  { name: 'API', path: '/api-docs', post: null },
];

/** What a newcomer reads when the city stands: a line a face with who to sign in as, then every account. */
export function welcomeLines(
  url: string,
  access: { accounts: readonly Pick<DemoAccount, 'username' | 'name' | 'role'>[]; password: string },
  simulated: boolean,
): string[] {
  const width = Math.max(...FACES.map(({ name }) => name.length)) + 2;
  const longest = Math.max(...FACES.map(({ path }) => path.length)) + 2;
  const faces = FACES.map(({ name, path, post }) => {
    const account = access.accounts.find(({ role }) => role === post);
    const screens = `screens 1–6${name === 'hall' ? ', one picture of 3 × 2' : simulated ? ', simulated' : ''}`;
    const hint = name === 'wall' || name === 'hall' ? screens : account ? `sign in as ${account.username}` : '';
    return `${name.padEnd(width)}${url}${hint === '' ? path : path.padEnd(longest)}${hint}`;
  });
  const names = access.accounts.map(({ username, name }) => `${username} ${name}`).join(', ');
  return [...faces, `accounts ${names}`, `the password of each is ${access.password}`];
}
