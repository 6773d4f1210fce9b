import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '#wire/http/problem.ts';
import { serve, type Served } from './serve.ts';

let served: Served;
beforeEach(async () => {
  served = await serve();
});
afterEach(() => served.stop());

const keeper = 'security-administrator';
const post = (path: string, body: object, as = keeper) => served.ask(path, { method: 'POST', as, body });
const problemOf = async (response: Response) => (await response.json()) as Problem;

describe('an account', () => {
  it('is made with a password that is told once, and written down without it', async () => {
    const given = { username: 'Li.Si', name: '李四', role: 'dispatcher', scope: '120101' };
    const answer = await post('/api/v1/accounts', given);
    expect(await answer.json()).toMatchObject({
      account: { username: 'li.si', role: 'dispatcher' },
      password: 'qF3vX9mLrT2sWd0A',
    });
    expect(served.seen.audits.at(-1)).toMatchObject({
      ...{ act: 'account.make', subject: 'li.si', result: 'done', role: keeper },
      detail: { name: '李四', role: 'dispatcher', scope: '120101' },
    });
    expect(JSON.stringify(served.seen.audits)).not.toContain('qF3vX9mLrT2sWd0A');
    expect(await problemOf(await post('/api/v1/accounts', given))).toMatchObject({ at: { field: 'username' } });
    expect(served.seen.audits.at(-1)).toMatchObject({ result: 'refused', detail: { fault: 'taken' } });
  });

  it.each([
    [{ username: 'a b' }, 'username'],
    [{ scope: '999999' }, 'scope'],
    [{ role: 'department' }, 'department'],
    [{ role: 'department', department: 'nowhere' }, 'department'],
    [{ department: '120104-enforcement' }, 'department'],
    [{ role: 'king' }, 'role'],
    [{ role: 'screen' }, 'role'],
    [{ name: '' }, 'name'],
  ])('is refused with %j, and the field is named', async (wrong, field) => {
    const given = { username: 'li.si', name: '李四', role: 'dispatcher', scope: '120101', ...wrong };
    expect(await problemOf(await post('/api/v1/accounts', given))).toMatchObject({ status: 422, at: { field } });
  });

  it('is changed with what was before and after, and its sessions end where its rights are others', async () => {
    await post('/api/v1/accounts/77', { name: '张三丰' });
    expect(served.seen.ended).toEqual([]);
    await post('/api/v1/accounts/77', { role: 'duty-officer' });
    expect(served.seen.ended).toEqual(['77']);
    expect(served.seen.audits.slice(-2)).toMatchObject([
      { act: 'account.change', detail: { name: '张三丰', 'was.name': '张三' } },
      { act: 'account.change', detail: { role: 'duty-officer', 'was.role': 'dispatcher' } },
    ]);
    for (const act of ['disable', 'enable', 'password', 'unlock', 'forget-code', 'end-sessions']) {
      expect((await post('/api/v1/accounts/77/acts', { act })).status, act).toBe(200);
      expect(served.seen.audits.at(-1)).toMatchObject({ act: `account.${act}`, subject: 'zhang.san' });
    }
  });

  it('of another place is not there, and nobody gives more than the own place', async () => {
    const elsewhere = `${keeper}@120101`;
    expect((await post('/api/v1/accounts/77', { name: 'x' }, elsewhere)).status).toBe(404);
    expect((await served.ask('/api/v1/accounts/77/sessions', { as: elsewhere })).status).toBe(404);
    const given = { username: 'li.si', name: '李四', role: 'dispatcher', scope: '120104' };
    expect((await post('/api/v1/accounts', given, elsewhere)).status).toBe(403);
  });

  it('of the last who keeps accounts stays', async () => {
    const last = await post('/api/v1/accounts/keeper/acts', { act: 'disable' });
    expect(await problemOf(last)).toMatchObject({ status: 422 });
    expect(served.seen.audits.at(-1)).toMatchObject({ result: 'refused', detail: { fault: 'last' } });
    const other = await post('/api/v1/accounts/keeper', { role: 'auditor' });
    expect(other.status).toBe(422);
  });
});
