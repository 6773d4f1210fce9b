import { describe, expect, it } from 'vitest';
import { createListFiles } from '#adapters/files/list-files.ts';
import { departmentList, type DepartmentEntry } from '#application/lists/department-list.ts';
import { memoryStore } from './memory-store.ts';

const WHO = { kind: 'person', id: 'p1', name: '系统管理员' } as const;
const PLACES = [
  { code: '120000', level: 'city', parentCode: null, nameZh: '天津市' },
  { code: '120101', level: 'district', parentCode: '120000', nameZh: '和平区' },
  { code: '120102', level: 'district', parentCode: '120000', nameZh: '河东区' },
  { code: '120101001', level: 'subdistrict', parentCode: '120101', nameZh: '劝业场街道' },
  { code: '120102001', level: 'subdistrict', parentCode: '120102', nameZh: '大王庄街道' },
];
const OLD: DepartmentEntry = {
  code: 'old-1',
  name: { zh: '旧环卫所', en: '' },
  kind: 'dispose',
  trade: 'sanitation',
  districtCode: '120101',
  subdistrictCode: null,
  parentCode: null,
  creditCode: '',
};
const HEADER = '部门代码,部门名称,部门类型,专业,所属区,所属街道,上级部门,统一社会信用代码';

function listOf(rows: readonly string[], options: Record<string, string> = { absent: 'keep' }) {
  const store = memoryStore([OLD]);
  const list = departmentList(store, async () => PLACES, createListFiles());
  const file = { name: '部门.csv', bytes: Buffer.from([HEADER, ...rows].join('\r\n')), options };
  return { store, file, list };
}

describe('a file of departments', () => {
  it('is taken with codes as they are, kinds and trades by their words, places by code or name', async () => {
    const { store, list, file } = listOf([
      '91350100M000100Y43,和平区环卫中心,,,和平区,,old-1,91350100m000100y43',
      'A-02,劝业场街道办事处,养护,,,劝业场街道,,',
      '007,市指挥中心,主管,command,天津市,,,',
    ]);
    const preview = await list.preview(file);
    expect(preview.problems).toEqual([]);
    expect(preview.counts).toMatchObject({ rows: 3, added: 3, removed: 0 });
    await list.apply(file, WHO, preview.basis);
    expect(store.entries.slice(1)).toMatchObject([
      {
        ...{ code: '91350100M000100Y43', kind: 'dispose', trade: 'sanitation', districtCode: '120101' },
        ...{ parentCode: 'old-1', creditCode: '91350100M000100Y43' },
      },
      { code: 'A-02', kind: 'maintain', trade: 'subdistrict', districtCode: '120101', subdistrictCode: '120101001' },
      { code: '007', kind: 'supervise', trade: 'command', districtCode: null, parentCode: null },
    ]);
  });

  it('retires the others where it says so', async () => {
    const { list, file } = listOf(['A-02,某环卫所,,,,,,'], { absent: 'remove' });
    expect((await list.preview(file)).counts).toMatchObject({ added: 1, removed: 1 });
  });

  it.each([
    [',某环卫所,,,,,,', '部门代码', /empty/],
    ['a b,某环卫所,,,,,,', '部门代码', /no code/],
    ['1.2E+17,某环卫所,,,,,,', '部门代码', /spreadsheet/],
    ['a,,,,,,,', '部门名称', /empty/],
    ['a,某环卫所,别的,,,,,', '部门类型', /no kind/],
    ['a,某某所,,,,,,', '专业', /cannot be told/],
    ['a,某某所,,天文,,,,', '专业', /no trade/],
    ['a,某环卫所,,,南开区,,,', '所属区', /no district/],
    ['a,某环卫所,,,和平区,大王庄街道,,', '所属街道', /subdistrict/],
    ['a,某环卫所,,,,,b,', '上级部门', /no department b/],
    ['a,某环卫所,,,,,a,', '上级部门', /above itself/],
    ['a,某环卫所,,,,,,91350100M000100Y44', '统一社会信用代码', /credit code/],
  ])('is refused for %j', async (row, field, reason) => {
    const { list, file } = listOf([row]);
    const { problems } = await list.preview(file);
    expect(problems).toMatchObject([{ line: 2, field, refuses: true }]);
    expect(problems[0]?.reason.en).toMatch(reason);
    expect(problems[0]?.reason.zh).toMatch(/\p{Script=Han}/u);
  });

  it('is refused where a code comes twice', async () => {
    const { list, file } = listOf(['a,某环卫所,,,,,,', 'a,别的环卫所,,,,,,']);
    expect((await list.preview(file)).problems).toMatchObject([{ line: 3, field: '部门代码', refuses: true }]);
  });
});
