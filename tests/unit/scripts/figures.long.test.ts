import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';
import { createCountBuilder, PARTS } from '../../../scripts/figures/build-counts.ts';
import { readBulletin } from '../../../scripts/figures/bulletin.ts';
import { verdictOf } from '../../../scripts/figures/compare.ts';
import { figuresOfBulletin, type FiguresAnswer } from '../../../scripts/figures/figures-of.ts';

const builder = createCountBuilder(compileCalendar(chinaCalendar));
const answerOf = (file: unknown): ReturnType<typeof figuresOfBulletin> =>
  figuresOfBulletin(readBulletin(file), builder);
const rowOf = (counts: object, formulas: object | null = null): ReturnType<typeof figuresOfBulletin> =>
  answerOf({ ...(formulas && { formulas }), reports: [{ title: 'T', period: 'P', rows: [{ unit: '全市', counts }] }] });
const figuresIn = ({ answer }: ReturnType<typeof figuresOfBulletin>) => answer.reports[0]?.rows[0]?.figures ?? {};

/** A made bulletin in the shape of a published one. */
const bulletin = {
  formulas: {
    立案率: '立案数/受理数',
    结案率: '结案数/应结案数',
    返工率: '返工数/应结案数',
    完成率: '完成数/派遣数',
    办结率: '结案数/受理数',
  },
  reports: [
    {
      title: '某市周报',
      period: '2031-03-03/2031-03-09',
      rows: [
        {
          unit: '全市',
          counts: {
            受理数: 4321,
            立案数: 4100,
            派遣数: 3999,
            应结案数: 3777,
            总结案数: 3333,
            返工数: 42,
            完成数: 3000,
          },
          printed: { 立案率: 94.89, 结案率: 88.24, 返工率: '1.11%', 完成率: 75.02, 办结率: 77.13 },
        },
        { unit: '某区', counts: { 应结案数: 8, 结案数: 7 }, printed: { 结案率: 87.5 } },
      ],
      shares: [{ of: '立案数', unit: '公众', n: 100, d: 4100, printed: 2.4 }],
      changes: [
        { unit: '合计', now: 4321, prev: 4000, printed: 8.03 },
        { unit: '微信', now: 0, prev: 3, printed: -100 },
      ],
    },
  ],
};

describe('figures of a bulletin', () => {
  it('come from cases built to its counts, under the file’s own formulas', () => {
    const { answer, comparisons, problems } = answerOf(bulletin);
    expect(problems).toEqual([]);
    const [row, district] = answer.reports[0]?.rows ?? [];
    expect(row?.figures).toEqual({ 立案率: 94.89, 结案率: 88.24, 返工率: 1.11, 完成率: 75.02, 办结率: 77.13 });
    expect(row?.rates['结案率']).toMatchObject({
      text: '88.24',
      definition: 'registry',
      numerator: { name: '总结案数', count: 3333, indicator: 'B26' },
      denominator: { name: '应结案数', count: 3777, indicator: 'B25' },
    });
    expect(row?.rates['返工率']?.definition).toBe('setting');
    expect(row?.rates['完成率']?.definition).toBe('file');
    expect(row?.unknownCounts).toEqual(['完成数']);
    expect(district?.figures).toMatchObject({ 结案率: 87.5, 立案率: null });
    expect(district?.missing).toContainEqual({ figure: '立案率', counts: ['立案数', '受理数'] });
    expect(answer.reports[0]?.changes.map(({ text }) => text)).toEqual(['8.03', '-100.00']);
    expect(comparisons.map(({ verdict }) => verdict)).toEqual([
      ...Array<string>(6).fill('equal'),
      'rounded',
      'equal',
      'equal',
    ]);
  });

  it('every count that can be built is counted again as it was given', () => {
    const ids = [...new Set(PARTS.flat())].filter((id) => builder.builds(id));
    const single = fc.tuple(
      fc.constantFrom(...ids, 'B01', 'B04', 'B09', 'B24', 'X02', 'X03', 'X04', 'X05', 'X07', 'X08'),
      fc.nat(25_000),
    );
    fc.assert(
      fc.property(single, ([id, count]) => {
        expect(builder.count(new Map([[id, count]])).get(id)).toBe(count);
      }),
      { numRuns: 30 },
    );
    const nested = fc.tuple(fc.nat(3_000), fc.nat(3_000), fc.nat(3_000)).map((three) => three.sort((a, b) => a - b));
    fc.assert(
      fc.property(nested, ([onTime, done, due]) => {
        for (const names of [
          ['B27', 'B26', 'B25'],
          ['B23', 'B22', 'B21'],
          ['B19', 'B18', 'B17'],
        ] as const) {
          const wanted = new Map<string, number>([
            [names[0], onTime],
            [names[1], done],
            [names[2], due],
          ]);
          expect(builder.count(wanted)).toEqual(wanted);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('takes counts of millions', () => {
    const { answer } = rowOf({ 受理数: 987_654_321, 结案数: 987_654_320 }, { 办结率: '结案数/受理数' });
    expect(answer.reports[0]?.rows[0]?.rates['办结率']?.text).toBe('100.00');
  });

  it('names impossible counts with place and hint, and answers the other rows', () => {
    const { answer, problems } = answerOf({
      formulas: { 结案率: '结案数/应结案数', 按期结案率: '按期结案数/应结案数', 立案率: '立案数/受理数' },
      reports: [
        {
          title: 'T',
          period: 'P',
          rows: [
            { unit: 'a', counts: { 应结案数: 10, 结案数: 11, 按期结案数: 5, 受理数: '51,571', 立案数: 3 } },
            { unit: 'b', counts: { 应结案数: -1, 结案数: 1.5 } },
            { unit: 'c' },
            { unit: 'd', counts: { 应结案数: 4, 结案数: 1, 受理数: 0, 立案数: 0 } },
          ],
        },
      ],
    });
    const rows = answer.reports[0]?.rows ?? [];
    expect(rows.map(({ figures }) => figures)).toEqual([
      { 结案率: null, 按期结案率: 50, 立案率: null },
      { 结案率: null, 按期结案率: null, 立案率: null },
      { 结案率: null, 按期结案率: null, 立案率: null },
      { 结案率: 25, 按期结案率: null, 立案率: null },
    ]);
    expect(rows[3]?.rates['立案率']?.why).toBe('the denominator is 0');
    expect(rows[0]?.rates['立案率']?.why).toBe('受理数 cannot be used');
    const where = problems.map((one) => one.where);
    for (const place of ['counts.受理数', 'counts.结案数'].map((one) => `reports[0].rows[0].${one}`))
      expect(where).toContain(place);
    for (const place of [
      'reports[0].rows[1].counts.应结案数',
      'reports[0].rows[1].counts.结案数',
      'reports[0].rows[2].counts',
    ])
      expect(where).toContain(place);
    expect(problems.find(({ reason }) => reason.includes('51,571'))?.hint).toBe('write 51571 without quotes');
  });

  it('reads formulas as bulletins write them', () => {
    const counts = { 处置数: 200, 返工数: 3, 立案数: 50, 作废数: 2 };
    const formulas = {
      返工率: '返工率＝返工数÷处置数×100%',
      一次合格率: '（处置数－返工数）／处置数',
      合格率: '1 - 返工数 / 处置数',
      准确立案数: '立案数-作废数',
    };
    expect(figuresIn(rowOf(counts, formulas))).toEqual({ 返工率: 1.5, 一次合格率: 98.5, 合格率: 98.5, 准确立案数: 48 });
  });

  it('names a formula that cannot be read, and computes the others', () => {
    const given = { 坏: '结案数/', 空: '//', 数: 5, 结案率: '结案数/应结案数', 括: '(结案数', 无名率: null };
    const result = rowOf({ 结案数: 1, 应结案数: 3 }, given);
    expect(figuresIn(result)).toEqual({ 结案率: 33.33 });
    expect(result.problems.map((one) => one.where)).toEqual([
      'formulas.数',
      'formulas.坏',
      'formulas.空',
      'formulas.括',
      'formulas.无名率',
    ]);
  });

  it('computes every rate it can where no formulas are given', () => {
    expect(figuresIn(rowOf({ 按时结案数: 1, 总结案数: 2, 应结案数: 3 }))).toMatchObject({
      结案率: 66.67,
      按期结案率: 33.33,
      按时结案率: 50,
    });
  });

  it.each([
    [null],
    [[]],
    [{}],
    [{ reports: {} }],
    [{ reports: [] }],
    [{ reports: [null, 3, { rows: 'x' }, { rows: [null] }] }],
    ['text'],
    [{ formulas: 3, reports: [{}] }],
  ])('survives %j', (file) => {
    expect(Array.isArray(answerOf(file).problems)).toBe(true);
  });

  it('survives whatever stands in place of anything', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (one, two, three) => {
        const file = {
          formulas: one,
          reports: [{ rows: [{ unit: two, counts: three, printed: one }, two], shares: three, changes: [one] }, two],
        };
        expect(JSON.stringify(answerOf(file).answer)).toBeTypeOf('string');
      }),
    );
  });

  it('tells a rounded figure from another one', () => {
    const verdict = (printed: string, computed: string | null): string =>
      verdictOf({ text: printed, where: '' }, computed);
    expect(verdict('97.5', '97.49')).toBe('rounded');
    expect(verdict('97.50', '97.49')).toBe('differs');
    expect(verdict('100', '99.84')).toBe('differs');
    expect(verdict('0.2', '0.20')).toBe('equal');
    expect(verdict('1', null)).toBe('no-value');
  });
});

const data = process.env['CITYWALL_TEST_DATA'];
const published = data === undefined ? '' : join(data, 'reports/published_evaluations.json');

describe.skipIf(!existsSync(published))('published bulletins', () => {
  it('print what their counts give: 43 figures, one of them with a single decimal', () => {
    const { comparisons, problems } = answerOf(JSON.parse(readFileSync(published, 'utf8')));
    expect(problems).toEqual([]);
    expect(comparisons).toHaveLength(43);
    expect(comparisons.filter(({ verdict }) => verdict === 'equal')).toHaveLength(42);
    expect(comparisons.filter(({ verdict }) => verdict === 'rounded')).toMatchObject([
      { unit: '事件类', printed: '97.5', computed: '97.49' },
    ]);
  });
});

describe('npm run figures', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'citywall-figures-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = (...parameters: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      const script = join(import.meta.dirname, '../../../scripts/figures.ts');
      execFile(process.execPath, ['--import', 'tsx', script, ...parameters], (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code), out, err });
      });
    });

  it('writes the figures of a file with a byte order mark, and says how they compare', async () => {
    const [file, out] = [join(folder, 'counts.json'), join(folder, 'deep/out.json')];
    await writeFile(file, `\uFEFF${JSON.stringify(bulletin, null, 2).replaceAll('\n', '\r\n')}`);
    const ran = await run('--counts', file, '--json', out);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('9 of 9 printed figures equal: 8 to the second decimal, 1 to the one decimal');
    const answer = JSON.parse(readFileSync(out, 'utf8')) as FiguresAnswer;
    expect(answer.reports[0]?.rows[0]?.figures['结案率']).toBe(88.24);
  });

  it('ends with 1 and one clear line for what it cannot read, with 2 for a wrong command line', async () => {
    const file = join(folder, 'broken.json');
    await writeFile(file, '{\n "reports": [,]\n}');
    expect(await run('--counts', file)).toMatchObject({
      code: 1,
      err: expect.stringContaining('line 2, column 14') as string,
    });
    expect(await run('--counts', join(folder, 'none.json'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('no such file') as string,
    });
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('--counts is missing') as string });
  });
});
