'use client';
import { boundsOf, type Wall } from '#domain/wall/wall.ts';
import styles from './wall-drawing.module.css';

type Props = {
  wall: Wall;
  label: string;
  /** Screens that are marked; all of them for null. */
  marked: readonly string[] | null;
  onToggle?: (screen: string) => void;
  nameOf?: (screen: string) => string;
};

/** A wall to scale, from the front: its screens as they hang, some of them marked. A wall nobody measured is one box. */
export function WallDrawing({ wall, label, marked, onToggle, nameOf }: Props) {
  if (wall.screens.length === 0) {
    return (
      <span className={styles.wall} style={{ aspectRatio: '16 / 9' }} role="img" aria-label={label}>
        <span className={styles.screen} style={{ inset: 0 }} data-on={marked === null ? '' : undefined} />
      </span>
    );
  }
  const bounds = boundsOf(wall.screens);
  const place = ({ x, y, width, height }: Wall['screens'][number]) => ({
    left: `${((x - bounds.x) / bounds.width) * 100}%`,
    top: `${((y - bounds.y) / bounds.height) * 100}%`,
    width: `${(width / bounds.width) * 100}%`,
    height: `${(height / bounds.height) * 100}%`,
  });
  return (
    <span
      className={styles.wall}
      style={{ aspectRatio: `${bounds.width} / ${bounds.height}` }}
      role={onToggle === undefined ? 'img' : 'group'}
      aria-label={label}
    >
      {wall.screens.map((screen) => {
        const on = marked === null || marked.includes(screen.id);
        if (onToggle === undefined)
          return (
            <span key={screen.id} className={styles.screen} style={place(screen)} data-on={on ? '' : undefined}>
              {screen.id}
            </span>
          );
        return (
          <button
            key={screen.id}
            type="button"
            className={styles.screen}
            style={place(screen)}
            data-on={on ? '' : undefined}
            aria-pressed={marked?.includes(screen.id) ?? false}
            aria-label={nameOf?.(screen.id)}
            onClick={() => onToggle(screen.id)}
            data-testid={`screen-${screen.id}`}
          >
            {screen.id}
          </button>
        );
      })}
    </span>
  );
}
