import { describe, expect, it } from 'vitest';
import { MemoryBriefingStore } from '#adapters/memory/briefing-store.ts';
import { createBriefings, type BriefingChange, type BriefingPort } from '#application/briefing/briefings.ts';
import type { Principal } from '#domain/account/role.ts';
import { MOST_LISTS } from '#domain/briefing/briefing-list.ts';

const person = (id: string, scope = '120000'): Principal => ({
  ...{ kind: 'person', id, name: `n-${id}`, role: 'leader', scope, department: null },
});
const change = (changes: Partial<BriefingChange> = {}): BriefingChange => ({
  ...{ version: 0, name: '晨会', shared: false },
  steps: [{ scene: { kind: 'overview' }, note: '先说昨天', plannedSeconds: 60 }],
  ...changes,
});
const room = (): BriefingPort =>
  createBriefings({ store: new MemoryBriefingStore(), now: () => 5_000, hasPlace: (code) => code.startsWith('12') });

describe('lists of briefings', () => {
  it('are their owner’s alone until shared, and their notes for ever', async () => {
    const briefings = room();
    await briefings.save(person('u1'), 'morning-1', change());
    expect(await briefings.list(person('u2'))).toEqual([]);
    await briefings.save(person('u1'), 'morning-1', change({ version: 1, shared: true }));
    const [read] = await briefings.list(person('u2'));
    expect(read).toMatchObject({ name: '晨会', version: 2, owner: { name: 'n-u1' }, steps: [{ note: '' }] });
    expect((await briefings.list(person('u1')))[0]?.steps[0]?.note).toBe('先说昨天');
  });

  it('of the whole city are not shown to whoever sees one district', async () => {
    const briefings = room();
    await briefings.save(person('u1'), 'morning-1', change({ shared: true }));
    await briefings.save(person('u3', '120104'), 'district-1', change({ shared: true }));
    expect((await briefings.list(person('u2', '120104'))).map(({ id }) => id)).toEqual(['district-1']);
    expect(await briefings.list(person('u4'))).toHaveLength(2);
  });

  it('are changed by nobody else, and by nobody who read an older version', async () => {
    const briefings = room();
    await briefings.save(person('u1'), 'morning-1', change({ shared: true }));
    const others = briefings.save(person('u2'), 'morning-1', change({ version: 1 }));
    await expect(others).rejects.toMatchObject({ code: 'not-found' });
    await expect(briefings.save(person('u1'), 'morning-1', change())).rejects.toMatchObject({
      code: 'version-conflict',
    });
    expect(await briefings.remove(person('u2'), 'morning-1')).toBe(false);
    expect(await briefings.remove(person('u1'), 'morning-1')).toBe(true);
  });

  it('name places that there are and that their owner may see', async () => {
    const briefings = room();
    const of = (target: string): BriefingChange =>
      change({ steps: [{ scene: { kind: 'district', target }, note: '', plannedSeconds: null }] });
    const refused = { code: 'bad-argument', field: 'steps.0.scene.target' };
    await expect(briefings.save(person('u1'), 'a-list-1', of('990000'))).rejects.toMatchObject(refused);
    await expect(briefings.save(person('u1', '120103'), 'a-list-1', of('120104'))).rejects.toMatchObject(refused);
    expect(await briefings.save(person('u1', '120104'), 'a-list-1', of('120104'))).toMatchObject({ version: 1 });
  });

  it('are at most so many a person', async () => {
    const briefings = room();
    for (let n = 0; n < MOST_LISTS; n += 1) await briefings.save(person('u1'), `list-${n}-${n}`, change());
    await expect(briefings.save(person('u1'), 'one-more', change())).rejects.toMatchObject({ code: 'bad-argument' });
    expect(await briefings.save(person('u1'), 'list-0-0', change({ version: 1 }))).toMatchObject({ version: 2 });
    expect(await briefings.save(person('u2'), 'one-more', change())).toMatchObject({ version: 1 });
  });
});
