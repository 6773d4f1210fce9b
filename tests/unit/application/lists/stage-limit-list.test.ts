import { describe, expect, it } from 'vitest';
import { createListFiles } from '#adapters/files/list-files.ts';
import { stageLimitList } from '#application/lists/stage-limit-list.ts';
import { stageLimitKey, type StageLimit } from '#domain/category/condition.ts';
import { memoryStore } from './memory-store.ts';

const WHO = { kind: 'person', id: 'p1', name: '系统管理员' } as const;
const DISTRICTS = [
  { code: '120116', nameZh: '滨海新区', nameEn: 'Binhai New Area' },
  { code: '120101', nameZh: '和平区', nameEn: 'Heping District' },
];
const delivered = (stage: StageLimit['stage']): StageLimit => ({
  ...{ stage, configurable: true, source: 'as delivered' },
  limit: { value: 30, unit: 'minute' },
});

function listOf(text: string) {
  const store = memoryStore([delivered('accept'), delivered('check')]);
  const file = { name: '时限.csv', bytes: Buffer.from(text), options: {} };
  return { store, file, list: stageLimitList(store, createListFiles(), () => Promise.resolve(DISTRICTS)) };
}

describe('a file of stage limits', () => {
  it('changes the stages that it names and leaves the others', async () => {
    const { store, list, file } = listOf('环节,时限,单位\r\n受理,15,分钟\r\n派遣,1工作时,\r\n');
    const preview = await list.preview(file);
    expect(preview.problems).toEqual([]);
    expect(preview.counts).toMatchObject({ rows: 2, added: 1, changed: 1, removed: 0, unchanged: 1 });
    await list.apply(file, WHO, preview.basis);
    expect(Object.fromEntries(store.entries.map(({ stage, limit }) => [stage, limit]))).toEqual({
      accept: { value: 15, unit: 'minute' },
      dispatch: { value: 1, unit: 'working-hour' },
      check: { value: 30, unit: 'minute' },
    });
  });

  it.each([
    ['stage,limit\nsleep,1小时\n', 'stage', /no stage/],
    ['stage,limit\n处置,1小时\n', 'stage', /filing condition/],
    ['stage,limit\naccept,soon\n', 'limit', /no number/],
    ['stage,limit\naccept,3\n', 'limit', /no unit/],
    ['stage,limit\naccept,种植季节3天\n', 'limit', /no season/],
  ])('is refused for %j', async (text, field, reason) => {
    const { list, file } = listOf(text);
    const { problems } = await list.preview(file);
    expect(problems).toMatchObject([{ line: 2, field, refuses: true }]);
    expect(problems[0]?.reason.en).toMatch(reason);
    expect(problems[0]?.reason.zh).toMatch(/\p{Script=Han}/u);
  });

  it('gives districts limits of their own, and takes them away again', async () => {
    const { store, list, file } = listOf('环节,时限,单位,区\n核查,2,小时,120116\n核查,40,分钟,和平区\n核查,20,分钟,\n');
    const preview = await list.preview(file);
    expect(preview.problems).toEqual([]);
    expect(preview.counts).toMatchObject({ rows: 3, added: 2, changed: 1, removed: 0, unchanged: 1 });
    await list.apply(file, WHO, preview.basis);
    const limits = Object.fromEntries(
      store.entries.map((one) => [stageLimitKey(one.stage, one.districtCode), one.limit]),
    );
    expect(limits).toEqual({
      accept: { value: 30, unit: 'minute' },
      check: { value: 20, unit: 'minute' },
      'check@120116': { value: 2, unit: 'urgent-hour' },
      'check@120101': { value: 40, unit: 'minute' },
    });
    const back = { ...file, bytes: Buffer.from('stage,limit,district\ncheck,as city,Binhai New Area\n') };
    const second = await list.preview(back);
    expect(second.counts).toMatchObject({ removed: 1, changed: 0, unchanged: 3 });
    await list.apply(back, WHO, second.basis);
    expect(store.entries.map(({ districtCode }) => districtCode)).not.toContain('120116');
  });

  it.each([
    ['stage,limit,district\ncheck,1小时,129999\n', 'district', /no district/],
    ['stage,limit,district\ncheck,1小时,120116\n核查,2小时,滨海新区\n', 'stage', /twice/],
    ['stage,limit,district\ncheck,同市,\n', 'limit', /no number/],
  ])('is refused for the districts of %j', async (text, field, reason) => {
    const { list, file } = listOf(text);
    const { problems } = await list.preview(file);
    expect(problems).toMatchObject([{ field, refuses: true }]);
    expect(problems[0]?.reason.en).toMatch(reason);
  });

  it('is refused where a stage comes twice', async () => {
    const { list, file } = listOf('stage,limit\naccept,1小时\n受理,2小时\n');
    expect((await list.preview(file)).problems).toMatchObject([{ line: 3, field: 'stage', refuses: true }]);
  });
});
