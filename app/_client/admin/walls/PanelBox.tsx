'use client';
import { useRef, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { WallBreach } from '#domain/wall/breaches.ts';
import type { PanelPlace } from '#domain/wall/panel.ts';
import { unitOf } from '#domain/wall/unit.ts';
import type { Rect, Wall } from '#domain/wall/wall.ts';
import type { Side } from './snapping.ts';
import type { PanelDrag } from './use-panel-drag.ts';
import { useWallWords } from './use-wall-words.ts';
import styles from './canvas.module.css';

type Props = {
  panel: PanelPlace;
  index: number;
  style: CSSProperties;
  bounds: Rect;
  wall: Wall;
  chosen: boolean;
  breach: WallBreach | null;
  panels: readonly PanelPlace[];
  onChoose: () => void;
  drag: PanelDrag;
};

const SIDES: readonly Side[] = [
  { x: -1, y: -1 },
  { x: 0, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
  { x: -1, y: 1 },
  { x: -1, y: 0 },
];
const ARROWS: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

type Taken = { side: Side | null; x: number; y: number; mmPerPx: number };

/**
 * One panel on the drawing. Dragged by the pointer, or by the keys: arrows move it by a cell, with Shift they move its
 * right and lower edge.
 */
export function PanelBox({ panel, index, style, bounds, wall, chosen, breach, panels, onChoose, drag }: Props) {
  const t = useTranslations('walls');
  const { breachText } = useWallWords();
  const taken = useRef<Taken | null>(null);
  const take = (event: PointerEvent<HTMLElement>, side: Side | null): void => {
    if (event.button !== 0) return;
    event.stopPropagation();
    const drawing = event.currentTarget.closest('[data-testid=canvas]');
    if (drawing === null) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const mmPerPx = bounds.width / drawing.getBoundingClientRect().width;
    taken.current = { side, x: event.clientX, y: event.clientY, mmPerPx };
    onChoose();
  };
  const follow = (event: PointerEvent<HTMLElement>): void => {
    if (taken.current === null) return;
    const { side, x, y, mmPerPx } = taken.current;
    drag.to(index, side, { x: (event.clientX - x) * mmPerPx, y: (event.clientY - y) * mmPerPx }, mmPerPx);
  };
  const letGo = (): void => {
    if (taken.current === null) return;
    taken.current = null;
    drag.drop();
  };
  const lose = (): void => {
    taken.current = null;
    drag.cancel();
  };
  const keys = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape' && taken.current !== null) return lose();
    const arrow = ARROWS[event.key];
    if (arrow === undefined) return;
    event.preventDefault();
    onChoose();
    const cell = unitOf(wall);
    const side: Side | null = event.shiftKey ? { x: arrow.x === 0 ? 0 : 1, y: arrow.y === 0 ? 0 : 1 } : null;
    drag.nudge(index, side, { x: arrow.x * cell, y: arrow.y * cell });
  };
  const said = breach === null ? '' : `${t('colon')}${breachText(breach, panels)}`;
  return (
    <div className={styles.panelBox} style={style} data-chosen={chosen ? '' : undefined}>
      <button
        type="button"
        className={styles.panel}
        aria-pressed={chosen}
        aria-label={t(`panel.${panel.panel}`) + said}
        data-breach={breach?.what}
        data-testid={`panel-${panel.panel}`}
        onPointerDown={(event) => take(event, null)}
        onPointerMove={follow}
        onPointerUp={letGo}
        onPointerCancel={lose}
        onKeyDown={keys}
        onClick={onChoose}
      >
        <span>
          {breach !== null && <i aria-hidden="true">◆ </i>}
          {t(`panel.${panel.panel}`)}
        </span>
      </button>
      {chosen &&
        SIDES.map((side) => (
          <span
            key={`${side.x}${side.y}`}
            className={styles.handle}
            style={{ left: `${(side.x + 1) * 50}%`, top: `${(side.y + 1) * 50}%` }}
            data-turn={side.x * side.y}
            data-across={side.x !== 0 && side.y === 0 ? '' : undefined}
            data-down={side.x === 0 ? '' : undefined}
            data-testid={`handle${side.x}${side.y}`}
            onPointerDown={(event) => take(event, side)}
            onPointerMove={follow}
            onPointerUp={letGo}
            onPointerCancel={lose}
          />
        ))}
    </div>
  );
}
