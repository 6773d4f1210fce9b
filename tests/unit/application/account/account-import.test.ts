import { beforeEach, describe, expect, it } from 'vitest';
import { createListFiles } from '#adapters/files/list-files.ts';
import { createPeopleImport } from '#application/account/account-import.ts';
import type { PeopleImport } from '#application/account/people-import.ts';
import type { Account, NewPerson } from '#application/account/account-port.ts';
import { createAccounts } from '#application/account/accounts.ts';
import type { Principal } from '#domain/account/role.ts';
import { exampleAccount } from '#wire/http/accounts.ts';

const keeper: Principal = {
  ...{ kind: 'person', id: 'keeper', name: '安全管理员', role: 'security-administrator', scope: '120000' },
  department: null,
};
const places: Record<string, string> = { '': '120000', 和平区: '120101', 南开区: '120104', '120104001': '120104001' };
const facts = {
  isPlace: (code: string) => Object.values(places).includes(code),
  isDepartment: (code: string) => code === '120104-enforcement',
  findPlace: (cell: string) => places[cell] ?? null,
  findDepartment: (cell: string) => (cell === '执法支队' ? '120104-enforcement' : null),
};

let kept: Map<string, Account>;
let people: PeopleImport;

beforeEach(() => {
  kept = new Map([['a1', { ...exampleAccount, id: 'a1', username: 'zhang.san' }]]);
  const find = async (usernames: readonly string[]) =>
    [...kept.values()].filter((one) => usernames.includes(one.username));
  const store = {
    list: async () => ({ accounts: [], total: 0 }),
    get: async (id: string) => kept.get(id) ?? null,
    find,
    async make(given: NewPerson) {
      if ((await find([given.username])).length > 0) return null;
      const id = `n${kept.size}`;
      kept.set(id, { ...exampleAccount, ...given, id });
      return id;
    },
    change: async (id: string, change: object) => void kept.set(id, { ...kept.get(id)!, ...change }),
    ...{ setDisabled: async () => undefined, setPassword: async () => undefined, clearTries: async () => undefined },
    ...{
      forgetCode: async () => undefined,
      sessions: async () => [],
      endSessions: async () => 0,
      countOpen: async () => 1,
    },
  };
  let next = 0;
  const parts = { store, facts, randomPassword: () => `password-${(next += 1)}`, onEnded: () => undefined };
  people = createPeopleImport({ accounts: createAccounts(parts), store, facts, files: createListFiles() });
});

const fileOf = (text: string, name = 'people.csv') => ({ name, options: {}, bytes: Buffer.from(text) });

const FILE = `人员表,,,,
\uFEFF用户名,姓名,岗位,区域,部门
ZHANG.san,张三,值班长,南开区,
li.si,李四,采集员,120104001,
wang.wu,王五,专业部门,南开区,执法支队
zhao liu,赵六,组长,朝阳区,
li.si,李四,领导,,
sun.qi,,auditor,,执法支队
zhou.ba,周八,审计员,,
`;

describe('a file of people', () => {
  it('is shown before it goes in: what is new, what changes, and every row that is wrong', async () => {
    const { counts, changes, problems } = await people.preview(keeper, fileOf(FILE));
    expect(counts).toEqual({ rows: 7, added: 3, changed: 1, unchanged: 0, refused: 3 });
    expect(changes).toEqual([
      { key: 'zhang.san', change: 'changed', before: { role: 'dispatcher' }, after: { role: 'duty-officer' } },
      expect.objectContaining({
        key: 'li.si',
        change: 'added',
        after: { name: '李四', role: 'collector', scope: '120104001', department: '' },
      }),
      expect.objectContaining({
        key: 'wang.wu',
        after: expect.objectContaining({ department: '120104-enforcement' }) as object,
      }),
      expect.objectContaining({
        key: 'zhou.ba',
        after: expect.objectContaining({ role: 'auditor', scope: '120000' }) as object,
      }),
    ]);
    expect(problems.map(({ line, field }) => [line, field])).toEqual([
      [6, '用户名'],
      [6, '岗位'],
      [6, '区域'],
      [7, '用户名'],
      [8, '姓名'],
      [8, '部门'],
    ]);
    expect(kept.size).toBe(1);
  });

  it('goes in without the rows that are wrong, with a password for each new account', async () => {
    const file = fileOf(FILE);
    const { basis } = await people.preview(keeper, file);
    const done = await people.apply(keeper, file, basis);
    expect(done.counts).toMatchObject({ added: 3, changed: 1, refused: 3 });
    expect(done.made.map(({ username, password }) => [username, password])).toEqual([
      ['li.si', 'password-1'],
      ['wang.wu', 'password-2'],
      ['zhou.ba', 'password-3'],
    ]);
    expect(kept.get('a1')).toMatchObject({ role: 'duty-officer' });
    await expect(people.apply(keeper, file, basis)).rejects.toThrow(/changed since the preview/);
    const again = await people.preview(keeper, file);
    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 4 });
  });

  it('gives nobody more than the keeper’s own place', async () => {
    const local = { ...keeper, scope: '120101' };
    const { counts, problems } = await people.preview(local, fileOf(FILE));
    expect(counts).toMatchObject({ added: 0, changed: 0, refused: 7 });
    expect(problems.find(({ line }) => line === 3)?.reason.zh).toBe('超出当前账号的区域');
  });

  it('may be GB18030, and has to have its columns', async () => {
    const gbk = Buffer.concat([
      Buffer.from('username,name,role\nxu.jiu,'),
      Buffer.from([0xd0, 0xec, 0xbe, 0xc5]),
      Buffer.from(',operator\n'),
    ]);
    const { changes } = await people.preview(keeper, { ...fileOf(''), bytes: gbk });
    expect(changes).toMatchObject([{ key: 'xu.jiu', after: { name: '徐九', scope: '120000' } }]);
    for (const bad of ['', 'a,b\n1,2\n', '姓名,岗位\n张三,值班长\n']) {
      await expect(people.preview(keeper, fileOf(bad)), bad).rejects.toThrow();
    }
    const many = `用户名,姓名,岗位\n${Array.from({ length: 1_001 }, (_, no) => `p${no},人,受理员`).join('\n')}\n`;
    await expect(people.preview(keeper, fileOf(many))).rejects.toThrow(/1001 rows/);
  });

  it('has a template that can be filled in', async () => {
    for (const format of ['csv', 'xlsx'] as const) {
      const bytes = await people.template(format);
      const { counts, problems } = await people.preview(keeper, { name: `people.${format}`, options: {}, bytes });
      expect([counts.rows, problems]).toEqual([1, []]);
    }
  });
});
