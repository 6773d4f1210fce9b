import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEED_STATES } from '#domain/feed/feed-state.ts';
import { PANEL_KINDS } from '#domain/wall/panel.ts';
import { canaryAge } from '#client/panels/data-ages/canary-age.ts';
import { PANEL_FEEDS } from '#client/panels/feed-frame/panel-feeds.ts';
import { panelState, panelTimes } from '#client/panels/feed-frame/panel-state.ts';
import { CanaryStore } from '#client/stores/canary-store.ts';
import { TopicTimes } from '#client/stores/topic-times.ts';
import type { Feed } from '#wire/figures.ts';

const NOW = 1_795_308_000_000;
const live = { speed: 1, virtual: false };
const KINDS = ['cases', 'alerts', 'positions'] as const;

const feed = (kind: Feed['kind'], receivedAt: number | null, beatMs = 10_000): Feed => ({
  ...{ id: kind, nameZh: kind, nameEn: kind, kind, beatMs, eventAt: receivedAt, receivedAt, heldAt: receivedAt },
  ...{ expectedSince: NOW - 1_000, state: 'fresh', simulated: false, districtCode: null },
});
const status = (ages: Partial<Record<Feed['kind'], number>>, at = NOW) => ({
  ...{ at, clock: live },
  feeds: Object.entries(ages).map(([kind, age]) => feed(kind as Feed['kind'], NOW - age)),
});

describe('the state of a panel', () => {
  it('is declared for every kind there is', () => {
    expect(Object.keys(PANEL_FEEDS).sort()).toEqual([...PANEL_KINDS].sort());
  });

  it('is that of the worst it stands on, and names it', () => {
    const found = panelState(PANEL_FEEDS['alert-lane'], status({ cases: 2_000, alerts: 30_000 }), NOW);
    expect(found).toEqual({ state: 'stale', by: 'alerts', age: 30_000, colourless: true });
    expect(panelState(PANEL_FEEDS.numbers, status({ cases: 2_000, alerts: 90_000 }), NOW)?.state).toBe('fresh');
    expect(panelState(PANEL_FEEDS.clock, status({ cases: 900_000 }), NOW)).toBeNull();
  });

  it('keeps the colour of a map whose teams alone are old', () => {
    const told = panelState(PANEL_FEEDS['focus-map'], status({ cases: 1, alerts: 1, positions: 90_000 }), NOW);
    expect(told).toMatchObject({ state: 'stale', by: 'positions', colourless: false });
    const both = panelState(PANEL_FEEDS['focus-map'], status({ cases: 30_000, alerts: 1, positions: 900_000 }), NOW);
    expect(both).toMatchObject({ state: 'lost', by: 'positions', colourless: true });
  });

  it('is never fresh when the server says nothing any more, whatever it said last', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PANEL_KINDS.filter((kind) => PANEL_FEEDS[kind].feeds.length > 0)),
        fc.record({ cases: fc.nat(5_000), alerts: fc.nat(5_000), positions: fc.nat(5_000) }),
        fc.integer({ min: 6_001, max: 3_600_000 }),
        (kind, ages, silent) => {
          const found = panelState(PANEL_FEEDS[kind], status(ages), NOW + silent);
          expect(found).toMatchObject({ colourless: true });
          expect(['stale', 'lost']).toContain(found?.state);
        },
      ),
    );
  });

  it('never gets better by waiting', () => {
    const rank = (found: ReturnType<typeof panelState>): number => FEED_STATES.indexOf(found?.state ?? 'fresh');
    fc.assert(
      fc.property(
        fc.constantFrom(...PANEL_KINDS),
        fc.uniqueArray(fc.tuple(fc.constantFrom(...KINDS), fc.nat(200_000)), { selector: ([kind]) => kind }),
        fc.nat(200_000),
        (kind, ages, ms) => {
          const told = status(Object.fromEntries(ages));
          const [before, after] = [NOW, NOW + ms].map((now) => panelState(PANEL_FEEDS[kind], told, now));
          expect(rank(after ?? null)).toBeGreaterThanOrEqual(rank(before ?? null));
        },
      ),
    );
  });
});

describe('the times of a topic', () => {
  function times() {
    let now = NOW;
    const frames: (() => void)[] = [];
    const kept = new TopicTimes(
      () => now,
      (painted) => frames.push(painted),
    );
    const draw = (at: number): void => {
      now = at;
      for (const frame of frames.splice(0)) frame();
    };
    return { kept, frames, draw, at: (instant: number) => (now = instant) };
  }

  it('are painted with the next frame, and only then', () => {
    const { kept, frames, draw } = times();
    kept.received('figures', { at: NOW - 20, dataAt: NOW - 900 });
    kept.received('lane', { at: NOW - 10, dataAt: NOW - 800 });
    expect(frames).toHaveLength(1);
    expect(kept.of('figures')).toEqual({ at: NOW - 20, dataAt: NOW - 900, receivedAt: NOW, paintedAt: null });
    draw(NOW + 16);
    expect(kept.of('figures')?.paintedAt).toBe(NOW + 16);
    expect(panelTimes(PANEL_FEEDS.numbers, kept)).toEqual({
      ...{ eventAt: NOW - 900, madeAt: NOW - 20, receivedAt: NOW, paintedAt: NOW + 16 },
    });
    expect(panelTimes(PANEL_FEEDS['focus-map'], kept)).toBeNull();
  });

  it('keep the paint of before while no frame is drawn, however much comes', () => {
    const { kept, frames, draw, at } = times();
    kept.received('figures', { at: NOW, dataAt: NOW });
    draw(NOW + 16);
    for (let count = 1; count <= 1_000; count++) {
      at(NOW + count * 100);
      kept.received('figures', { at: NOW + count * 100, dataAt: NOW });
    }
    expect(frames).toHaveLength(1);
    expect(kept.of('figures')).toMatchObject({ receivedAt: NOW + 100_000, paintedAt: NOW + 16 });
  });
});

describe('a canary on a screen', () => {
  const frame = { no: 7, name: 'node:1', sentAt: NOW - 900, receivedAt: NOW - 890, projectedAt: NOW - 850 };

  it('counts once it is painted, from when it was sent', () => {
    const canary = new CanaryStore();
    const seen = { status: { value: { clock: live, feeds: [feed('canary', NOW, 17_000)] } }, canary };
    expect(canaryAge(seen, NOW)).toMatchObject({ age: null, state: 'late', tripMs: null });
    canary.paint(frame, NOW - 100, NOW);
    expect(canaryAge(seen, NOW + 3_000)).toMatchObject({ age: 3_900, state: 'fresh', tripMs: 900 });
    expect(canaryAge(seen, NOW + 40_000)).toMatchObject({ state: 'stale', marked: true });
  });

  it('painted again after a reconnect is no new one', () => {
    const canary = new CanaryStore();
    canary.paint(frame, NOW - 100, NOW);
    canary.paint(frame, NOW + 60_000, NOW + 60_016);
    expect(canary.painted?.paintedAt).toBe(NOW);
  });

  it('is not spoken of where none is sent', () => {
    expect(canaryAge({ status: { value: { clock: live, feeds: [] } }, canary: new CanaryStore() }, NOW)).toBeNull();
  });
});
