'use client';
import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import { boundsOf, type Rect } from '#domain/wall/wall.ts';
import { pixelsOf, type WallPlan } from './wall-plan.ts';
import styles from './scene-edge.module.css';

const SIDES = ['top', 'bottom', 'left', 'right'] as const;
type Side = (typeof SIDES)[number];

/**
 * Stripes around the whole wall, one pattern over all its screens, `edge` u wide; every screen says in words that what it
 * shows is past: on the stripes where it has some, else at its top.
 */
export function SceneEdge({ plan, edge }: { plan: WallPlan; edge: number }) {
  const t = useTranslations('scenes.replay');
  const width = edge * plan.unit;
  const whole = pixelsOf(plan, boundsOf(plan.wall.screens));
  const screen = pixelsOf(plan, plan.view);
  const own = SIDES.filter((side) => touches(side, screen, whole));
  return (
    <div className={styles.edge} data-testid="scene-edge" aria-hidden="true">
      {SIDES.map((side) => (
        <i key={side} className={styles.stripes} style={stripOf(side, whole, width)} />
      ))}
      {(own.length === 0 ? (['top'] as const) : own).map((side) => (
        <b key={side} className={styles.tag} data-side={side} style={{ '--edge': `${width}px` } as CSSProperties}>
          {t('tag')}
        </b>
      ))}
    </div>
  );
}

function touches(side: Side, screen: Rect, whole: Rect): boolean {
  const near = (one: number, other: number): boolean => Math.abs(one - other) < 2;
  switch (side) {
    case 'top':
      return near(screen.y, whole.y);
    case 'left':
      return near(screen.x, whole.x);
    case 'bottom':
      return near(screen.y + screen.height, whole.y + whole.height);
    case 'right':
      return near(screen.x + screen.width, whole.x + whole.width);
  }
}

/** A strip along one side of the wall, in this screen's pixels; the pattern is that of the wall as a whole. */
function stripOf(side: Side, whole: Rect, width: number): CSSProperties {
  const across = side === 'top' || side === 'bottom';
  const left = side === 'right' ? whole.x + whole.width - width : whole.x;
  const top = side === 'bottom' ? whole.y + whole.height - width : whole.y;
  return { left, top, width: across ? whole.width : width, height: across ? width : whole.height };
}
