import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createListFiles } from '#adapters/files/list-files.ts';
import { ListRefused } from '#application/lists/list-kind.ts';
import type { ResponsibilityEntry } from '#application/responsibility/responsibility-entries.ts';
import { responsibilityList } from '#application/responsibility/responsibility-list.ts';
import { openZone } from '#domain/calendar/zone.ts';
import { blockCity, unitGrid } from '../../domain/responsibility/block-city.ts';
import { memoryStore } from '../lists/memory-store.ts';

const WHO = { kind: 'person', id: 'p1', name: '系统管理员' } as const;
const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const TODAY = Date.parse('2026-11-23T00:00:00+08:00');
const EARLIER = Date.parse('2026-11-01T00:00:00+08:00');
const HEADER = '责任网格代码,责任网格名称,责任人,采集员编号,责任部门,单元网格代码';
const [NORTH, EAST] = ['120101001002', '120102001001'];
const places = blockCity();

const entry = (code: string, numbers: readonly number[], over: Partial<ResponsibilityEntry> = {}) => ({
  ...{ code, name: { zh: `${code}名`, en: '' }, person: '', collector: null, departmentCode: null },
  ...{ approximate: false, validFrom: EARLIER, validTo: null },
  unitGrids: numbers.map((number) => unitGrid(number)),
  ...over,
});

function listOf(
  rows: readonly string[],
  { current = [], ...options }: { current?: readonly ResponsibilityEntry[]; from?: string; absent?: string } = {},
) {
  const store = memoryStore<ResponsibilityEntry>(current);
  const facts = async () => ({
    places,
    departments: ['所', '所', '市容所'].map((nameZh, at) => ({ code: `d${at}`, nameZh })),
    collectors: new Set(['C-1']),
  });
  const list = responsibilityList({
    ...{ store, facts, files: createListFiles() },
    ...{ zone: openZone('Asia/Shanghai'), now: () => NOW },
  });
  const bytes = Buffer.from(`\uFEFF${[HEADER, ...rows].join('\r\n')}`);
  const file = { name: '责任网格.csv', bytes, options: { from: '', absent: 'keep', ...options } };
  const preview = () => list.preview(file);
  const apply = async () => list.apply(file, WHO, (await preview()).basis);
  return { store, list, file, preview, apply };
}
const refusing = async (rows: readonly string[], options: Parameters<typeof listOf>[1] = {}) =>
  (await listOf(rows, options).preview()).problems.filter(({ refuses }) => refuses);

describe('a file of responsibility grids', () => {
  it('is taken with a row for each unit grid, or with several in a cell', async () => {
    const { store, preview, apply } = listOf([
      `R1,一号,甲岗,C-1,市容所,${unitGrid(1)}`,
      `R1,,,,,${unitGrid(2)}`,
      `R2,,,,,"${unitGrid(3)}、${unitGrid(4)}，${unitGrid(5)} ${unitGrid(6)}"`,
    ]);
    expect((await preview()).counts).toMatchObject({ rows: 3, added: 2, changed: 0, removed: 0 });
    await apply();
    expect(store.entries).toEqual([
      entry('R1', [1, 2], {
        ...{ name: { zh: '一号', en: '' }, person: '甲岗', collector: 'C-1', departmentCode: 'd2', validFrom: TODAY },
      }),
      entry('R2', [3, 4, 5, 6], { name: { zh: 'R2', en: '' }, validFrom: TODAY }),
    ]);
  });

  it.each([
    ['R1,,,,,120101001001999', '单元网格代码', /no unit grid 120101001001999/],
    ['R1,,,,,12010100100107', '单元网格代码', /14 digits/],
    ['R1,,,,,1.20101E+14', '单元网格代码', /rounded by a spreadsheet/],
    ['R1,,,,,120101001001', '单元网格代码', /15 digits/],
    ['R1,,,,,', '单元网格代码', /R1 has no unit grid/],
    [`,,,,,${unitGrid(1)}`, '责任网格代码', /empty/],
    [`R 1,,,,,${unitGrid(1)}`, '责任网格代码', /no code/],
    [`R1,,,,没有的所,${unitGrid(1)}`, '责任部门', /no department/],
    [`R1,,,,所,${unitGrid(1)}`, '责任部门', /2 departments/],
    [`R1,${'长'.repeat(101)},,,,${unitGrid(1)}`, '责任网格名称', /more than 100/],
  ])('is refused for %s', async (row, field, reason) => {
    const [problem, ...others] = await refusing([row]);
    expect(problem).toMatchObject({ line: 2, field, refuses: true });
    expect(problem?.reason.en).toMatch(reason);
    expect(problem?.hint.zh).not.toBe('');
    expect(others).toEqual([]);
    await expect(listOf([row]).apply()).rejects.toThrow(ListRefused);
  });

  it('is refused where two claim one unit grid, in the file or beside it', async () => {
    const twice = await refusing([`R1,,,,,${unitGrid(1)}`, `R2,,,,,${unitGrid(1)}`]);
    expect(twice).toMatchObject([{ line: 3, field: '单元网格代码' }]);
    expect(twice[0]?.reason.en).toContain('line 2');
    const rows = [`R2,,,,,${unitGrid(1)}`];
    const current = [entry('R1', [1, 2])];
    expect((await refusing(rows, { current }))[0]?.reason.en).toContain('lies in the responsibility grid R1');
    expect(await refusing(rows, { current, absent: 'end' })).toEqual([]);
    // One that is in the file is whole: what it does not name is free.
    expect(await refusing([...rows, `R1,,,,,${unitGrid(2)}`], { current })).toEqual([]);
  });

  it('is refused where rows of one code contradict each other', async () => {
    const [problem] = await refusing([`R1,一号,,,,${unitGrid(1)}`, `R1,二号,,,,${unitGrid(2)}`]);
    expect(problem).toMatchObject({ line: 3, field: '责任网格名称' });
  });

  it('warns of scattered ones, of unknown collectors, of repeats, and counts gaps by subdistrict', async () => {
    const { problems } = await listOf([
      `R1,,,C-9,,"${unitGrid(1)},${unitGrid(3)},${unitGrid(1)}"`,
      `R2,,,,,"${unitGrid(1, EAST)},${unitGrid(1, NORTH)}"`,
    ]).preview();
    expect(problems.every(({ refuses }) => !refuses)).toBe(true);
    const said = problems.map(({ line, reason }) => `${line}: ${reason.en}`);
    expect(said).toContainEqual('2: line 2 has put 120101001001001 into R1 already');
    expect(said).toContainEqual('2: no collector C-9 is on the roster');
    expect(said).toContainEqual('2: R1 falls into 2 pieces: 120101001001003 do not touch the largest');
    expect(said).toContainEqual('3: R2 lies in several districts');
    expect(said.filter((line) => line.includes('lie in no responsibility grid'))).toEqual([
      expect.stringContaining('33 of the 36 unit grids') as string,
      expect.stringContaining('5 of the 6 unit grids') as string,
    ]);
  });

  it('holds from its day on; what it changes ends then, what did not change stays', async () => {
    const current = [entry('R1', [1, 2]), entry('R2', [3]), entry('R3', [4])];
    const { store, apply } = listOf([`R1,R1名,,,,${unitGrid(1)}`, `R2,R2名,,,,${unitGrid(3)}`], {
      ...{ current, from: '2026-11-10', absent: 'end' },
    });
    await apply();
    const from = Date.parse('2026-11-10T00:00:00+08:00');
    expect(store.entries).toEqual([
      entry('R1', [1, 2], { validTo: from }),
      entry('R2', [3]),
      entry('R3', [4], { validTo: from }),
      entry('R1', [1], { validFrom: from }),
    ]);
  });

  it.each([
    ['2026-11-24', /still to come/],
    ['morgen', /is no day/],
    ['2026-10-31', /newer responsibility grids hold/],
  ])('refuses the day %s', async (from, reason) => {
    const { preview } = listOf([`R1,,,,,${unitGrid(1)}`], { current: [entry('R1', [1])], from });
    await expect(preview()).rejects.toThrow(reason);
  });

  it('ends the computed ones of a demonstration, and says so', async () => {
    const current = [entry('120101001001R01', [1, 2, 3], { approximate: true })];
    const { store, preview, apply } = listOf([`R1,,,,,${unitGrid(1)}`], { current });
    const said = (await preview()).problems.map(({ reason }) => reason.en);
    expect(said).toContain('1 computed responsibility grids end');
    await apply();
    expect(store.entries.map(({ code }) => code)).toEqual(['R1']);
  });

  it('asks for its columns, and for a row', async () => {
    const { list, preview } = listOf([]);
    expect((await preview()).problems).toMatchObject([{ line: null, refuses: true }]);
    const bytes = Buffer.from('代码,名称\nR1,一号\n');
    const file = { name: 'a.csv', bytes, options: { from: '', absent: 'keep' } };
    await expect(list.preview(file)).rejects.toThrow(/单元网格代码 is missing/);
  });
});

it('whatever files come in, each unit grid lies in at most one at every instant', async () => {
  const grids = fc.dictionary(
    fc.constantFrom('R1', 'R2', 'R3', 'R4'),
    fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 }),
    { minKeys: 1 },
  );
  const steps = fc.array(fc.record({ grids, days: fc.nat({ max: 3 }), absent: fc.constantFrom('keep', 'end') }), {
    minLength: 1,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (files) => {
      let current: readonly ResponsibilityEntry[] = [];
      let day = 1;
      for (const { grids: brought, days, absent } of files) {
        day += days;
        const rows = Object.entries(brought).flatMap(([code, own]) => own.map((n) => `${code},,,,,${unitGrid(n)}`));
        const step = listOf(rows, { current, from: `2026-11-${String(day).padStart(2, '0')}`, absent });
        await step.apply().catch((error: unknown) => expect(error).toBeInstanceOf(ListRefused));
        current = step.store.entries;
      }
      for (let at = 1; at <= day; at++) {
        const then = Date.parse(`2026-11-${String(at).padStart(2, '0')}T12:00:00+08:00`);
        const held = current.filter(({ validFrom, validTo }) => validFrom <= then && (validTo ?? Infinity) > then);
        const owned = held.flatMap(({ unitGrids }) => unitGrids);
        expect(new Set(owned).size).toBe(owned.length);
        expect(new Set(held.map(({ code }) => code)).size).toBe(held.length);
      }
    }),
    { numRuns: 60 },
  );
});
