'use client';
import { useCallback, useMemo } from 'react';
import type { Topic } from '#wire/protocol.ts';
import { hasWeakGpu } from '#client/map/weak-gpu.ts';
import type { Bounds } from '#client/map/frame.ts';
import { Access } from '#client/panels/access/Access.tsx';
import { Banner } from '#client/panels/banner/Banner.tsx';
import { Panel } from '#client/panels/Panel.tsx';
import { WallContext } from '#client/panels/wall-context.ts';
import { PictureProvider, useLinkState, usePicture } from '#client/realtime/PictureProvider.tsx';
import { usePainted } from '#client/realtime/use-painted.ts';
import { useTick } from '#client/realtime/use-tick.ts';
import { kindAge } from '#client/stores/feed-age.ts';
import { ValueStore } from '#client/stores/value-store.ts';
import { useWide } from '#client/theme/use-wide.ts';
import { usePixelOrbit } from '#client/theme/use-pixel-orbit.ts';
import styles from './wall.module.css';

const TOPICS: readonly Topic[] = ['status', 'figures', 'lane', 'heat', 'cases', 'roster', 'teams', 'places', 'notices'];
const FEEDS = ['cases', 'alerts', 'positions'] as const;

export function WallScreen({ wall, screen }: { wall: string; screen: string }) {
  return (
    <PictureProvider face="wall" topics={TOPICS}>
      <Screen wall={wall} screen={screen} />
    </PictureProvider>
  );
}

/** The overview scene of one 16:9 screen, or of two side by side. What goes stale loses colour by the clock alone, whether or not anything arrives. */
function Screen({ wall, screen }: { wall: string; screen: string }) {
  const picture = usePicture();
  const link = useLinkState();
  const wide = useWide();
  usePainted(wall, screen);
  const root = usePixelOrbit<HTMLDivElement>();
  const shared = useMemo(() => ({ focusBounds: new ValueStore<Bounds | null>(null) }), []);
  useTick(
    useCallback(
      (now: number) => {
        if (root.current === null) return;
        root.current.toggleAttribute('data-beat', Math.floor(now / 1_000) % 2 === 0);
        for (const kind of FEEDS) {
          const marked = kindAge(picture.status.value?.feeds ?? [], kind, now)?.marked ?? false;
          root.current.toggleAttribute(`data-stale-${kind}`, marked);
        }
      },
      [picture, root],
    ),
  );
  if (link.phase === 'refused' && picture.status.value === null)
    return <Access wall={wall} screen={screen} reason={link.reason} />;
  return (
    <WallContext value={shared}>
      <div
        className={styles.wall}
        ref={root}
        data-link={link.phase}
        data-weak={hasWeakGpu() ? '' : undefined}
        data-testid="wall"
      >
        <header className={styles.head}>
          <Panel kind="place-title" options={{}} />
          <Panel kind="numbers" options={{}} />
          <Panel kind="clock" options={{}} />
        </header>
        <div className={styles.left}>
          <Panel kind="city-map" options={{}} />
          <Panel kind="key" options={{}} />
          <Panel kind="data-ages" options={{}} />
        </div>
        <main className={styles.middle}>
          <Panel kind="focus-map" options={{}} />
          <Panel kind="stages" options={{}} />
          <div className={styles.banner}>
            <Banner />
          </div>
        </main>
        <div className={styles.right}>
          <Panel kind="alert-lane" options={{ rows: wide ? 14 : 6 }} />
          <Panel kind="league" options={{}} />
          <div className={styles.trends}>
            <Panel kind="hourly" options={{}} />
            <Panel kind="categories" options={{ rows: wide ? 8 : 4 }} />
          </div>
        </div>
      </div>
    </WallContext>
  );
}
