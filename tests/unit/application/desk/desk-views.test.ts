import { describe, expect, it } from 'vitest';
import { createDeskViews, MOST_VIEWS } from '#application/desk/desk-views.ts';
import { LoadLimitBook, type LoadLimitStore } from '#application/desk/load-limit-book.ts';
import { DEFAULT_LOAD_LIMITS } from '#domain/alert/load-limits.ts';
import type { DeskViewChange } from '#wire/http/desk.ts';
import { person } from '../../../fixtures/small-platform.ts';
import { memoryDeskViews } from '../../adapters/http/fake-desk.ts';

const zhou = person('duty-officer', { id: 'zhou', name: '周岚' });
const han = person('dispatcher', { id: 'han', name: '韩雪', scope: '120101' });
const far = person('dispatcher', { id: 'far', scope: '120102' });
const change = (name: string, shared = false): DeskViewChange => ({
  ...{ name, shared },
  filter: { view: 'untaken', text: '园林', district: null, stage: null, grouping: 'holder' },
});
const names = (views: { name: string }[]) => views.map(({ name }) => name);

describe('kept views', () => {
  it('are one’s own until they are shared, and then of those with a like reach', async () => {
    const views = createDeskViews({ store: memoryDeskViews(), now: () => 7 });
    await views.save(zhou, 'a1', change('我的'));
    await views.save(zhou, 'a2', change('大家的', true));
    await views.save(han, 'b1', change('和平的', true));
    expect(names(await views.list(zhou))).toEqual(['我的', '大家的', '和平的']);
    expect(await views.list(han)).toMatchObject([
      { name: '和平的', mine: true, changedAt: 7 },
      { name: '大家的', mine: false, owner: '周岚', filter: { text: '园林' } },
    ]);
    expect(names(await views.list(far))).toEqual(['大家的']);
  });

  it('are changed and removed by their owner alone', async () => {
    const views = createDeskViews({ store: memoryDeskViews(), now: () => 7 });
    await views.save(zhou, 'a1', change('一', true));
    expect(await views.save(han, 'a1', change('二'))).toBe('other');
    expect(await views.remove(han, 'a1')).toBe(false);
    expect(await views.save(zhou, 'a1', change('三'))).toMatchObject({ name: '三' });
    expect(await views.remove(zhou, 'a1')).toBe(true);
    expect(await views.list(zhou)).toEqual([]);
  });

  it('are not more than one can tell apart', async () => {
    const views = createDeskViews({ store: memoryDeskViews(), now: () => 7 });
    for (let at = 0; at < MOST_VIEWS; at++) await views.save(zhou, `a${at}`, change(String(at)));
    expect(await views.save(zhou, 'more', change('x'))).toBe('full');
    expect(await views.save(zhou, 'a1', change('again'))).toMatchObject({ name: 'again' });
  });
});

describe('the limits of load', () => {
  it('have their defaults where the city sets none, and hold on every node', async () => {
    let kept: Partial<typeof DEFAULT_LOAD_LIMITS> = {};
    const store: LoadLimitStore = {
      read: () => Promise.resolve(kept),
      write: (limits) => {
        kept = limits;
        return Promise.resolve();
      },
    };
    const [one, other] = [new LoadLimitBook(store), new LoadLimitBook(store)];
    await one.read();
    expect(one.current).toEqual(DEFAULT_LOAD_LIMITS);
    expect(await one.change(zhou, { returnMinutes: 20 }, 7)).toEqual({ ...DEFAULT_LOAD_LIMITS, returnMinutes: 20 });
    await other.read();
    expect(other.current.returnMinutes).toBe(20);
  });
});
