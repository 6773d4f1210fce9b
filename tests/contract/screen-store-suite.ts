import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewScreen } from '#adapters/memory/screen-store.ts';
import type { ScreenStore } from '#application/screen/screen-port.ts';
import { MOST_PICTURE_BYTES } from '#wire/screen.ts';
import { screenOperations } from '#wire/http/operations/screens.ts';

const painted = screenOperations.listScreens.answer.example.screens[0]?.report.painted;
if (painted === undefined) throw new Error('the example has a report');

type Made = { store: ScreenStore; hang: (screen: NewScreen) => Promise<void>; close: () => Promise<void> };

/** What every ScreenStore does alike, whatever it is kept in. `hang` puts a screen there with a key, by its hash. */
export function describeScreenStore(name: string, createStore: () => Promise<Made>): void {
  describe(`the screen store in ${name}`, () => {
    let made: Made;
    beforeEach(async () => {
      made = await createStore();
      await made.hang({ wall: 'main', screen: '2', scope: '120101', label: '左', approvedBy: 'chief', key: 'k2' });
      await made.hang({ wall: 'main', screen: '1', scope: '120000', label: '', approvedBy: '', key: 'k1' });
    });
    afterEach(() => made.close());
    const one = async (id: string) => (await made.store.list()).find((row) => row.id === id);

    it('lists screens as they were hung, by wall and screen', async () => {
      const rows = await made.store.list();
      expect(rows.map(({ id }) => id)).toEqual(['main/1', 'main/2']);
      expect(rows[1]).toMatchObject({ wall: 'main', screen: '2', scope: '120101', label: '左', approvedBy: 'chief' });
      expect(rows[1]).toMatchObject({ revokedAt: null, patternUntil: null, report: null, pictureAt: null });
    });

    it('knows which keys are good, and forgets one that was revoked or replaced', async () => {
      const { store } = made;
      const ids = ['main/1', 'main/2', 'main/9'];
      expect((await store.inForce(ids)).map(({ id, key }) => [id, key]).toSorted()).toEqual([
        ['main/1', 'k1'],
        ['main/2', 'k2'],
      ]);
      expect(await store.revoke('main/1')).toBe(true);
      expect(await store.revoke('main/1')).toBe(false);
      expect(await store.revoke('main/9')).toBe(false);
      await made.hang({ wall: 'main', screen: '2', scope: '120101', label: '', approvedBy: '', key: 'k3' });
      expect((await store.inForce(ids)).map(({ id, key }) => [id, key])).toEqual([['main/2', 'k3']]);
      expect((await one('main/1'))?.revokedAt).not.toBeNull();
      await made.hang({ wall: 'main', screen: '1', scope: '120000', label: '', approvedBy: '', key: 'k4' });
      expect((await one('main/1'))?.revokedAt).toBeNull();
    });

    it('keeps what is settled', async () => {
      const { store } = made;
      expect(await store.rename('main/1', '右')).toBe(true);
      expect(await store.rename('main/9', '右')).toBe(false);
      expect(await store.setPattern('main/1', 1_795_300_000_000)).toBe(true);
      expect(await store.inForce(['main/1'])).toEqual([
        { id: 'main/1', key: 'k1', label: '右', patternUntil: 1_795_300_000_000 },
      ]);
      await store.setPattern('main/1', null);
      expect(await one('main/1')).toMatchObject({ label: '右', patternUntil: null });
    });

    it('keeps the newest report of each screen, whatever comes last, and none of strangers', async () => {
      const { store } = made;
      await store.saveReports('n1', [
        { id: 'main/1', seenAt: 2_000, leftAt: null, painted },
        { id: 'main/9', seenAt: 2_000, leftAt: null, painted },
      ]);
      await store.saveReports('n2', [{ id: 'main/1', seenAt: 1_000, leftAt: null, painted }]);
      expect((await one('main/1'))?.report).toEqual({ seenAt: 2_000, leftAt: null, node: 'n1', painted });
      await store.saveReports('n2', [{ id: 'main/1', seenAt: 2_000, leftAt: 3_000, painted }]);
      expect((await one('main/1'))?.report).toMatchObject({ leftAt: 3_000, node: 'n2' });
      await store.saveReports('n1', []);
    });

    it('keeps one picture of each screen', async () => {
      const { store } = made;
      expect(await store.picture('main/1')).toBeNull();
      const bytes = new Uint8Array(MOST_PICTURE_BYTES).fill(7);
      await store.savePicture('main/1', { paintedAt: 1_000, contentType: 'image/webp', bytes: new Uint8Array([1]) });
      await store.savePicture('main/1', { paintedAt: 2_000, contentType: 'image/jpeg', bytes });
      await store.savePicture('main/9', { paintedAt: 2_000, contentType: 'image/jpeg', bytes });
      expect(await store.picture('main/1')).toEqual({ paintedAt: 2_000, contentType: 'image/jpeg', bytes });
      expect(await store.picture('main/9')).toBeNull();
      expect((await one('main/1'))?.pictureAt).toBe(2_000);
    });
  });
}
