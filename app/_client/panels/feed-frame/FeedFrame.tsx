'use client';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { PanelKind } from '#domain/wall/panel.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { useTick } from '../../realtime/use-tick.ts';
import { useScene } from '../../wall/scene-context.ts';
import { FeedMark } from './FeedMark.tsx';
import { NOTHING, PANEL_FEEDS, type PanelFeeds } from './panel-feeds.ts';
import { panelState, panelTimes, type PanelState } from './panel-state.ts';
import styles from './feed-frame.module.css';

type Shown = Omit<PanelState, 'age'>;

/**
 * Says how fresh a panel is: nothing while it is, then in a shape and a word, and with the loss of its colour. Told by the
 * clock alone, so that a page that hears nothing any more says so by itself.
 */
export function FeedFrame({ kind, children }: { kind: PanelKind; children: ReactNode }) {
  const t = useTranslations('feeds');
  const picture = usePicture();
  const frame = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const feeds = useScene().scene.kind === 'replay' ? NOTHING : PANEL_FEEDS[kind];
  const stateAt = useCallback(
    (now: number) => (picture.status.value === null ? null : panelState(feeds, picture.status.value, now)),
    [picture, feeds],
  );
  useTick(
    useCallback(
      (now: number) => {
        setShown((before) => sameOr(before, stateAt(now)));
        const times = panelTimes(feeds, picture.times);
        const { dataset } = frame.current ?? {};
        if (dataset === undefined || times === null) return;
        dataset['eventAt'] = String(times.eventAt);
        dataset['receivedAt'] = String(Math.round(times.receivedAt));
        dataset['paintedAt'] = String(Math.round(times.paintedAt ?? 0));
      },
      [stateAt, feeds, picture],
    ),
  );
  const told = shown === null || shown.state === 'fresh' ? null : shown;
  return (
    <div
      className={styles.frame}
      ref={frame}
      data-feed-state={shown?.state}
      data-colourless={shown?.colourless ? '' : undefined}
      data-told={told === null ? undefined : ''}
      data-kind={kind}
      data-testid={`frame-${kind}`}
    >
      {children}
      {told !== null && (
        <p className={styles.badge} data-state={told.state} role="status" data-testid={`state-${kind}`}>
          <FeedMark state={told.state} />
          {isOwn(feeds, told.by)
            ? t(`state.${told.state}`)
            : t('said', { feed: t(`of.${told.by}`), state: t(`state.${told.state}`) })}
        </p>
      )}
    </div>
  );
}

/** What a panel is made of needs no name in it, nor what the whole wall says; how old each is stands with the ages. */
function isOwn({ feeds }: PanelFeeds, by: PanelState['by']): boolean {
  return by === 'picture' || by === feeds[0];
}

function sameOr(before: Shown | null, found: PanelState | null): Shown | null {
  if (found === null) return null;
  const { state, by, colourless } = found;
  const same = before?.state === state && before.by === by && before.colourless === colourless;
  return same ? before : { state, by, colourless };
}
