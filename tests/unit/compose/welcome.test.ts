import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { welcomeLines } from '../../../server/compose/welcome.ts';

const access = {
  accounts: [
    { username: 'duty', name: '值班长', role: 'duty-officer' as const, scope: '120000' },
    { username: 'leader', name: '领导', role: 'leader' as const, scope: '120000' },
    { username: 'admin', name: '管理员', role: 'administrator' as const, scope: '120000' },
  ],
  password: 'open-sesame',
};

it('names every face with who may enter, and says that the city is simulated', () => {
  const url = 'http://localhost:3000';
  expect(welcomeLines(url, access, true)).toEqual([
    `wall     ${url}/wall/main/1  screens 1–6, simulated`,
    `hall     ${url}/wall/hall/1  screens 1–6, one picture of 3 × 2`,
    `desk     ${url}/desk         sign in as duty`,
    `figures  ${url}/evaluation   sign in as leader`,
    `admin    ${url}/admin        sign in as admin`,
    `API      ${url}/api-docs`,
    'accounts duty 值班长, leader 领导, admin 管理员',
    'the password of each is open-sesame',
  ]);
  expect(welcomeLines(url, access, false).join()).not.toContain('simulated');
});

it.each(['desk', 'evaluation', 'admin', 'api-docs', 'wall'])('%s is a page there is', (face) => {
  expect(existsSync(resolve(import.meta.dirname, '../../../app', face))).toBe(true);
});
