import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryScreenStore } from '#adapters/memory/screen-store.ts';
import { ScreenBook } from '#application/screen/screen-book.ts';
import { createScreens } from '#application/screen/screens.ts';
import type { Principal } from '#domain/account/role.ts';
import { screenOperations } from '#wire/http/operations/screens.ts';

const painted = screenOperations.listScreens.answer.example.screens[0]?.report.painted;
if (painted === undefined) throw new Error('the example has a report');
const admin: Principal = {
  kind: 'person',
  id: 'a',
  name: '管理员',
  role: 'administrator',
  scope: '120000',
  department: null,
};
const screen = (id: string): Principal =>
  ({
    ...{ kind: 'system', id: `screen:${id}`, name: id, role: 'screen', scope: '120000', department: null },
    key: 'k1',
  }) as const;

let now: number;
let store: MemoryScreenStore;
let here: { id: string; key: string }[];
let told: unknown[];
let book: ScreenBook;
const sockets = {
  here: () => here,
  order: (id: string, order: unknown) => void told.push([id, order]),
  dropHere: (id: string, key: string) => void told.push(['drop', id, key]),
  drop: (id: string) => void told.push(['drop everywhere', id]),
};

beforeEach(() => {
  now = 1_795_300_000_000;
  told = [];
  store = new MemoryScreenStore(() => now);
  store.hang({ wall: 'main', screen: '2', scope: '120000', label: '左二', approvedBy: 'chief', key: 'k1' });
  store.hang({ wall: 'far', screen: '1', scope: '120101', label: '', approvedBy: '', key: 'k9' });
  here = [{ id: 'main/2', key: 'k1' }];
  const onFault = (what: string, error: unknown): never => {
    throw new Error(what, { cause: error });
  };
  book = new ScreenBook({ store, sockets, node: 'n1', now: () => now, onFault });
});

describe('what screens tell', () => {
  it('is taken from that very screen alone', () => {
    expect(book.painted(admin, painted)).toBeNull();
    expect(book.painted(screen('main/3'), painted)).toBeNull();
  });

  it('is written down, and once it goes, that too', async () => {
    await book.watch();
    expect(book.painted(screen('main/2'), painted)).toEqual({ label: '左二', patternMs: null });
    await book.save();
    const list = async () =>
      (await createScreens({ store, sockets, now: () => now, forget: () => undefined }).list(admin)).screens;
    expect((await list()).find(({ wall }) => wall === 'main')).toMatchObject({ link: 'live', report: { node: 'n1' } });
    here = [];
    book.left(screen('main/2'));
    await book.save();
    expect((await list()).find(({ wall }) => wall === 'main')).toMatchObject({ link: 'gone' });
  });

  it('is not over while another window of it is open', async () => {
    book.painted(screen('main/2'), painted);
    book.left(screen('main/2'));
    await book.save();
    expect((await store.list()).find(({ id }) => id === 'main/2')?.report?.leftAt).toBeNull();
  });

  it('holds pictures, not more of them than there is time for', async () => {
    const picture = {
      wall: 'main',
      screen: '2',
      paintedAt: now,
      contentType: 'image/webp',
      bytes: new Uint8Array(9),
    } as const;
    expect(await book.picture(screen('main/2'), picture)).toBe(true);
    expect(await book.picture(screen('main/2'), picture)).toBe(false);
    expect(await book.picture(admin, picture)).toBe(false);
    now += 60_000;
    expect(await book.picture(screen('main/2'), picture)).toBe(true);
    expect((await store.picture('main/2'))?.bytes).toHaveLength(9);
  });
});

describe('a key that is good no more', () => {
  it('ends its connections, whoever revoked it', async () => {
    await book.watch();
    told = [];
    await store.revoke('main/2');
    await book.watch();
    expect(told).toEqual([['drop', 'main/2', 'k1']]);
  });

  it('ends them also where a new screen hangs in its place', async () => {
    store.hang({ wall: 'main', screen: '2', scope: '120000', label: '', approvedBy: 'chief', key: 'k2' });
    await book.watch();
    expect(told).toEqual([['drop', 'main/2', 'k1']]);
  });
});

describe('an operator', () => {
  const screens = () => createScreens({ store, sockets, now: () => now, forget: () => void told.push('forgot') });

  it('sees and reaches the screens of the own place alone', async () => {
    const district = { ...admin, scope: '120101' };
    expect((await screens().list(district)).screens.map(({ wall }) => wall)).toEqual(['far']);
    expect(await screens().has(district, { wall: 'main', screen: '2' })).toBe(false);
    expect(await screens().has(district, { wall: 'far', screen: '1' })).toBe(true);
  });

  it('revokes: the key is forgotten here before its connections end everywhere', async () => {
    await screens().revoke({ wall: 'main', screen: '2' });
    expect(told).toEqual(['forgot', ['drop everywhere', 'main/2']]);
    expect(await store.inForce(['main/2'])).toEqual([]);
  });

  it('shows a test pattern for a while, on a screen that comes later too', async () => {
    await screens().pattern({ wall: 'main', screen: '2' }, 60);
    expect(told).toEqual([['main/2', { order: 'standing', label: '左二', patternMs: 60_000 }]]);
    now += 20_000;
    await book.watch();
    expect(told.at(-1)).toEqual(['main/2', { order: 'standing', label: '左二', patternMs: 40_000 }]);
    now += 60_000;
    expect(book.painted(screen('main/2'), painted)).toEqual({ label: '左二', patternMs: null });
  });

  it('sees how far screens of one wall are apart', async () => {
    store.hang({ wall: 'main', screen: '3', scope: '120000', label: '', approvedBy: '', key: 'k3' });
    book.painted(screen('main/2'), { ...painted, frameLateMs: 2 });
    book.painted(screen('main/3'), { ...painted, screen: '3', frameLateMs: 12 });
    await book.save();
    const found = (await screens().list(admin)).screens.filter(({ wall }) => wall === 'main');
    expect(found.map(({ skew }) => skew?.ms)).toEqual([-5, 5]);
  });
});
