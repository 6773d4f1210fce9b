import { describe, expect, it } from 'vitest';
import { MemoryWallStore } from '#adapters/memory/wall-store.ts';
import { PRESENTER_LEASE_MS } from '#application/wall/acts.ts';
import { startDirector } from '#application/wall/director.ts';
import type { Seen } from '#application/wall/emptiness.ts';
import { WallBook } from '#application/wall/wall-book.ts';
import { createWalls, WallRefused, type WallChange } from '#application/wall/walls.ts';
import type { Principal } from '#domain/account/role.ts';
import { arrange } from '#domain/wall/arrange.ts';
import { showAt } from '#domain/wall/program.ts';
import { gridWall } from '../../domain/wall/walls.ts';

const minuteOfDay = (at: number): number => Math.floor(at / 60_000) % 1_440;
const person = (scope = '120000'): Principal => ({
  kind: 'person',
  id: 'u1',
  name: '值班长',
  role: 'duty-officer',
  scope,
  department: null,
});
const everything: Seen = {
  hasPlace: () => true,
  openOfCategory: () => 3,
  isOpenCase: () => true,
  hasTeams: () => true,
  wasAnyOpen: () => true,
};

async function room(seen: Partial<Seen> = {}) {
  const store = new MemoryWallStore();
  let now = 1_000_000;
  const node = (): { book: WallBook; walls: ReturnType<typeof createWalls> } => {
    const book = new WallBook({
      store,
      now: () => now,
      onChange: () => undefined,
      onError: (error) => expect.fail(String(error)),
    });
    return {
      book,
      walls: createWalls({ book, now: () => now, minuteOfDay, hasPlace: (code) => code.startsWith('12') }),
    };
  };
  const { book, walls } = node();
  const director = startDirector({
    book,
    directs: () => true,
    seen: { ...everything, ...seen },
    now: () => now,
    minuteOfDay,
    onError: (error) => expect.fail(String(error)),
  });
  director.stop();
  return { book, walls, director, node, pass: (ms: number) => (now += ms), now: () => now };
}

const change = (changes: Partial<WallChange> = {}): WallChange => ({
  version: 0,
  wall: gridWall({ columns: 2, bezel: 4 }),
  layouts: {},
  playlist: [
    { scene: { kind: 'overview' }, seconds: 60 },
    { scene: { kind: 'category', target: 'event-01-01' }, seconds: 30 },
  ],
  ...changes,
});

describe('walls', () => {
  it('keeps what was set, and refuses whoever read an older version', async () => {
    const { walls } = await room();
    const first = await walls.save(person(), 'main', change());
    expect(first.version).toBe(1);
    await expect(walls.save(person(), 'main', change())).rejects.toMatchObject({ code: 'version-conflict' });
    const second = await walls.save(person(), 'main', change({ version: 1 }));
    expect(second).toMatchObject({ version: 2, program: { since: first.program.since } });
  });

  it('refuses what would not hang or could not be read, and says where', async () => {
    const { walls } = await room();
    const refusal = async (given: WallChange): Promise<unknown> =>
      walls.save(person(), 'main', given).catch((error: unknown) => error);
    const wall = gridWall({ columns: 2, bezel: -10 });
    expect(await refusal(change({ wall }))).toMatchObject({ code: 'bad-argument', field: 'wall.screens' });
    const far = gridWall({ viewingDistance: 12_000 });
    expect(await refusal(change({ wall: far }))).toMatchObject({ code: 'bad-argument', field: 'wall.viewingDistance' });
    const layouts = {
      overview: arrange({ kind: 'overview' }, gridWall({})).map((panel) => ({ ...panel, x: panel.x + 700 })),
    };
    expect(await refusal(change({ layouts }))).toMatchObject({
      code: 'bad-argument',
      field: expect.stringContaining('layouts.overview'),
    });
    const playlist = [{ scene: { kind: 'district' as const, target: '990000' }, seconds: 30 }];
    expect(await refusal(change({ playlist }))).toMatchObject({ field: 'playlist.0.scene.target' });
    expect(await refusal(change({ wall: { ...gridWall({}), id: 'other' } }))).toBeInstanceOf(WallRefused);
  });

  it('lets nobody see or steer a wall beyond his reach', async () => {
    const { walls } = await room();
    await walls.save(person(), 'main', change());
    expect(walls.list(person('120104'))).toEqual([]);
    await expect(walls.act(person('120104'), 'main', { act: 'next' })).rejects.toMatchObject({ code: 'not-allowed' });
    expect(walls.list(person())).toHaveLength(1);
  });

  it('shows an incident on the screens it was pushed to, and gives them back by itself', async () => {
    const { walls, director, pass, now, book } = await room();
    await walls.save(person(), 'main', change());
    const scene = { kind: 'incident' as const, target: 'C1' };
    const { program } = await walls.act(person(), 'main', { act: 'push', scene, screens: ['2'], minutes: 1 });
    expect(showAt(program, now() + 399, '2', minuteOfDay).why).toBe('playlist');
    expect(showAt(program, now() + 400, '2', minuteOfDay)).toMatchObject({ scene, by: { name: '值班长' } });
    expect(showAt(program, now() + 400, '1', minuteOfDay).why).toBe('playlist');
    pass(60_400);
    await director.look();
    expect(book.get('main')?.program.pushes).toEqual([]);
    await expect(walls.act(person(), 'main', { act: 'push', scene, screens: ['9'] })).rejects.toMatchObject({
      field: 'screens',
    });
  });

  it('turns to the next entry when asked, holds and goes on', async () => {
    const { walls, now } = await room();
    await walls.save(person(), 'main', change());
    const next = await walls.act(person(), 'main', { act: 'next' });
    expect(showAt(next.program, now() + 399, null, minuteOfDay).scene.kind).toBe('overview');
    expect(showAt(next.program, now() + 400, null, minuteOfDay)).toMatchObject({
      scene: { kind: 'category' },
      startsAt: now() + 400,
    });
    const held = await walls.act(person(), 'main', { act: 'hold' });
    expect(showAt(held.program, now() + 1e6, null, minuteOfDay)).toMatchObject({ why: 'held', endsAt: null });
    const on = await walls.act(person(), 'main', { act: 'resume' });
    expect(showAt(on.program, now() + 500, null, minuteOfDay).why).toBe('playlist');
  });

  it('gives a presenter the wall and takes it back', async () => {
    const { walls, now } = await room();
    await walls.save(person(), 'main', change());
    const scene = { kind: 'leagues' as const };
    const { program } = await walls.act(person(), 'main', { act: 'present', scene, step: 2, of: 5 });
    expect(showAt(program, now() + 400, null, minuteOfDay)).toMatchObject({ scene, why: 'presented' });
    const back = await walls.act(person(), 'main', { act: 'give-back' });
    expect(showAt(back.program, now() + 400, null, minuteOfDay).why).toBe('playlist');
  });

  it('takes a wall back from a presenter who is not heard of any more, and only from him', async () => {
    const { walls, director, book, pass, now } = await room();
    await walls.save(person(), 'main', change());
    const scene = { kind: 'leagues' as const };
    const other = { ...person(), id: 'u2', name: '领导' };
    const why = (): string => showAt(book.get('main')?.program ?? expect.fail(), now() + 400, null, minuteOfDay).why;
    await walls.act(person(), 'main', { act: 'present', scene, step: 1, of: 3 });
    pass(PRESENTER_LEASE_MS - 1_000);
    await walls.act(other, 'main', { act: 'keep' });
    await walls.act(other, 'main', { act: 'give-back', own: true });
    await director.look();
    expect(why()).toBe('presented');
    await walls.act(person(), 'main', { act: 'keep' });
    pass(PRESENTER_LEASE_MS - 1_000);
    expect(why()).toBe('presented');
    pass(1_000);
    expect(why()).toBe('playlist');
    await director.look();
    expect(book.get('main')?.program.presented).toBeNull();
    await walls.act(person(), 'main', { act: 'keep' });
    expect(why()).toBe('playlist');
  });

  it('passes over scenes that have nothing to show, and comes back to them', async () => {
    let open = 0;
    const { walls, director, book } = await room({ openOfCategory: () => open });
    await walls.save(person(), 'main', change());
    await director.look();
    expect(book.get('main')?.program.empty).toEqual([1]);
    open = 2;
    await director.look();
    expect(book.get('main')?.program.empty).toEqual([]);
  });

  it('loses no act when two nodes change a wall at once', async () => {
    const { walls, book, node } = await room();
    await walls.save(person(), 'main', change());
    const other = node();
    await other.book.read();
    const push = (target: string) => ({ act: 'push' as const, scene: { kind: 'incident' as const, target } });
    await Promise.all([walls.act(person(), 'main', push('A')), other.walls.act(person(), 'main', push('B'))]);
    await book.read();
    const targets = book.get('main')?.program.pushes.map(({ scene }) => scene.target);
    expect(new Set(targets)).toEqual(new Set(['A', 'B']));
  });
});
