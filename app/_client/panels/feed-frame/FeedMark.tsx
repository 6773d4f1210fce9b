import type { FeedState } from '#domain/feed/feed-state.ts';
import styles from './feed-frame.module.css';

/** Differ in shape before they differ in colour: a dot, a ring, a triangle, a ring that is struck through. */
const PATHS: Readonly<Record<FeedState, string>> = {
  fresh: 'M-.34 0A.34 .34 0 1 1 .34 0A.34 .34 0 1 1 -.34 0Z',
  late: 'M-.5 0A.5 .5 0 1 1 .5 0A.5 .5 0 1 1 -.5 0Z',
  stale: 'M0 -.78L.81 .63L-.81 .63Z',
  lost: 'M-.7 0A.7 .7 0 1 1 .7 0A.7 .7 0 1 1 -.7 0ZM-.5 .5L.5 -.5',
};

/** The state of a feed as a shape of one em. */
export function FeedMark({ state }: { state: FeedState }) {
  return (
    <svg viewBox="-1 -1 2 2" className={styles.mark} data-state={state} aria-hidden="true">
      <path d={PATHS[state]} />
    </svg>
  );
}
