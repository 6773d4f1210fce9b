import { afterEach, describe, expect, it } from 'vitest';
import type { LogBell } from '#application/ports.ts';
import type { BeatShare, FeedBeat, FixShare } from '#application/publish/live-parts.ts';
import type { Fix } from '#domain/team/team.ts';

export type BellNode = { bell: LogBell; fixShare: FixShare; beatShare: BeatShare };

async function until(seen: () => boolean): Promise<void> {
  for (const from = performance.now(); !seen();) {
    if (performance.now() - from > 5_000) throw new Error('not heard within 5 s');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** What every LogBell, FixShare and BeatShare must do. `cluster` gives two nodes that hear each other. */
export function bellSuite(name: string, cluster: () => Promise<[BellNode, BellNode]>): void {
  describe(`bell and positions between nodes: ${name}`, () => {
    const offs: (() => void)[] = [];
    afterEach(() => offs.splice(0).forEach((off) => off()));

    it('[BE1] tells the others how far the log has come, and not oneself', async () => {
      const [one, two] = await cluster();
      const heard: { one: number[]; two: number[] } = { one: [], two: [] };
      offs.push(one.bell.onRing((position) => heard.one.push(position)));
      offs.push(two.bell.onRing((position) => heard.two.push(position)));
      one.bell.ring(7);
      await until(() => heard.two.includes(7));
      one.bell.ring(8);
      await until(() => heard.two.at(-1) === 8);
      expect(heard.one).toEqual([]);
    });

    it('[BE2] carries positions whole', async () => {
      const [one, two] = await cluster();
      const fixes: Fix[] = [
        { team: '采集员-1', lon: 117.2001234, lat: 39.1, at: 1_800_000_000_123, heading: 90, speed: 1.5 },
        { team: 't2', lon: -1, lat: 0, at: 5, heading: null, speed: null },
      ];
      const heard: { fixes: readonly Fix[]; receivedAt: number }[] = [];
      offs.push(two.fixShare.onFixes((got, receivedAt) => heard.push({ fixes: got, receivedAt })));
      one.fixShare.share(fixes, 1_800_000_000_999);
      await until(() => heard.length > 0);
      expect(heard).toEqual([{ fixes, receivedAt: 1_800_000_000_999 }]);
    });

    it('[BE4] carries the beat of a feed', async () => {
      const [one, two] = await cluster();
      const beat: FeedBeat = { feed: '热线-1', eventAt: 1_800_000_000_000, receivedAt: 1_800_000_000_250 };
      const heard: FeedBeat[] = [];
      offs.push(two.beatShare.onBeat((got) => heard.push(got)));
      one.beatShare.share(beat);
      await until(() => heard.length > 0);
      expect(heard).toEqual([beat]);
    });

    it('[BE3] no longer tells who has stopped listening', async () => {
      const [one, two] = await cluster();
      const heard: number[] = [];
      const stopped: number[] = [];
      offs.push(two.bell.onRing((position) => heard.push(position)));
      two.bell.onRing((position) => stopped.push(position))();
      one.bell.ring(9);
      await until(() => heard.length > 0);
      expect(stopped).toEqual([]);
    });
  });
}
