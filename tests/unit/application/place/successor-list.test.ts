import { describe, expect, it } from 'vitest';
import { createListFiles } from '#adapters/files/list-files.ts';
import { successorList, type SuccessorFacts } from '#application/place/successor-list.ts';
import type { Succession } from '#domain/place/succession.ts';
import { memoryStore } from '../lists/memory-store.ts';

const WHO = { kind: 'person', id: 'p1', name: '系统管理员' } as const;
const PLACES = ['120101', '120102', '120116', '120101001', '120101002', '120101003'];
const ENDED = { code: '120101009', inUse: false, nameZh: '旧街道', nameEn: 'Old Street' };
const facts: SuccessorFacts = async (codes) => [
  ...PLACES.filter((code) => codes.includes(code)).map((code) => ({ code, inUse: true, nameZh: code, nameEn: code })),
  ENDED,
];
const OLD: Succession = {
  ...{ code: '120107', successor: '120116', since: null, share: null },
  ...{ nameZh: '塘沽区', nameEn: 'Tanggu', reason: '' },
};

function listOf(text: string, options: Record<string, string> = { absent: 'keep' }, bytes?: Uint8Array) {
  const store = memoryStore([OLD]);
  const list = successorList(store, facts, createListFiles());
  return { store, list, file: { name: '撤销.csv', bytes: bytes ?? Buffer.from(text), options } };
}
const HEADER = '原代码,新代码,撤销日期,比例,依据,原名称';

describe('a file of abolished codes', () => {
  it('is taken with codes, days and shares as cities write them', async () => {
    const { store, list, file } = listOf(
      [
        HEADER,
        '120101009000,１２０１０１００１,2024年3月1日,60%,津政发,',
        '120101009,120101002,20240301,0.4,津政发,',
      ].join('\r\n'),
    );
    const preview = await list.preview(file);
    expect(preview.problems).toEqual([]);
    expect(preview.counts).toMatchObject({ rows: 2, added: 2, unchanged: 1 });
    await list.apply(file, WHO, preview.basis);
    expect(store.entries).toContainEqual({
      ...{ code: '120101009', successor: '120101001', since: '2024-03-01', share: 0.6 },
      // What the file does not say, the platform knew: it had the place.
      ...{ nameZh: '旧街道', nameEn: 'Old Street', reason: '津政发' },
    });
  });

  it('may be in GB18030, with a mark and other words above its columns', async () => {
    const gb = Buffer.concat([Buffer.from('b5d8c3fb2c', 'hex'), Buffer.from('old_code,new_code\nx,120103,120101\n')]);
    const { list, file } = listOf('', { absent: 'keep' }, gb);
    expect((await list.preview(file)).counts).toMatchObject({ added: 1 });
    const marked = listOf('\uFEFFold code;new code\n120103;120101\n');
    expect((await marked.list.preview(marked.file)).counts).toMatchObject({ added: 1 });
  });

  it('says all successors of the codes that it names, and with absent = remove those of all', async () => {
    const changed = listOf('old,new\n120107,120101');
    expect((await changed.list.preview(changed.file)).counts).toMatchObject({ added: 1, removed: 1 });
    const { list, file } = listOf('old,new\n120103,120101', { absent: 'remove' });
    expect((await list.preview(file)).changes).toMatchObject([
      { key: '120103 → 120101', change: 'added' },
      { key: '120107 → 120116', change: 'removed' },
    ]);
  });

  it.each([
    [['x,120101,,,,'], '原代码', /no code/],
    [[',120101,,,,'], '原代码', /empty/],
    [['120000,120101,,,,'], '原代码', /no code/],
    [['120103,120103,,,,'], '新代码', /its own place/],
    [['120103,120101,2024-02-30,,,'], '撤销日期', /no day/],
    [['120103,120101,,150%,,'], '比例', /no share/],
    [['120103,120199,,,,'], '新代码', /no place has the code 120199/],
    [['120103,120101,,,,', '120103,120101,,,,'], '新代码', /same as line 2/],
  ])('is refused for %j', async (rows, field, reason) => {
    const { list, file } = listOf([HEADER, ...rows].join('\n'));
    const { problems } = await list.preview(file);
    expect(problems).toMatchObject([{ field, refuses: true }]);
    expect(problems[0]?.reason.en).toMatch(reason);
    expect(problems[0]?.reason.zh).toMatch(/\p{Script=Han}/u);
    await expect(list.apply(file, WHO, (await list.preview(file)).basis)).rejects.toThrow();
  });

  it('is refused where codes go round in a circle, also with what was there before', async () => {
    const { list, file } = listOf('old,new\n120103,120104\n120104,120103');
    const { problems } = await list.preview(file);
    expect(problems.map(({ reason }) => reason.en)).toEqual([
      'it goes round in a circle: 120103 → 120104 → 120103',
      'it goes round in a circle: 120104 → 120103 → 120104',
    ]);
    const withOld = listOf('old,new\n120116,120107');
    expect((await withOld.list.preview(withOld.file)).problems.filter(({ refuses }) => refuses)).toHaveLength(1);
  });

  it('warns of shares that do not add up, codes in use, and days in the wrong order', async () => {
    const { list, file } = listOf(
      [
        HEADER,
        '120101009,120101001,,30%,,',
        '120101009,120101002,,30%,,',
        '120101003,120101001,,,,',
        '120105,120106,2020-01-01,,,',
        '120106,120101,2010-01-01,,,',
      ].join('\n'),
    );
    const { problems } = await list.preview(file);
    expect(problems.map(({ line, refuses, reason }) => [line, refuses, reason.en])).toEqual([
      [2, false, 'the parts make 60.0% together'],
      [4, false, '120101003 is still in use: until it ends it counts as it is'],
      [5, false, '120106 was abolished on 2010-01-01 already, before 2020-01-01'],
    ]);
  });

  it('is refused in one line where its columns are not there', async () => {
    const { list, file } = listOf('a,b\n1,2');
    await expect(list.preview(file)).rejects.toThrow(/原代码/);
  });
});
