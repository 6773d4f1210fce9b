'use client';
import type { PanelKind } from '#domain/wall/panel.ts';
import { Panel } from '../panels/Panel.tsx';
import type { Picture } from '../realtime/picture.ts';
import { OtherPicture } from '../realtime/PictureProvider.tsx';
import { PanelWindowContext } from './panel-window.ts';
import type { Slot } from './slots.ts';
import styles from './wall-stage.module.css';

/** Panels that show the whole wall's place whatever the scene is about. */
const OF_THE_WALL: ReadonlySet<PanelKind> = new Set(['focus-map', 'city-map', 'clock', 'key', 'data-ages']);

/** One panel at its place. `picture`: of the place the scene is about. `hidden`: kept alive behind the scene. */
export function SlotBox({ slot, picture, hidden }: { slot: Slot; picture: Picture | null; hidden?: boolean }) {
  const { x, y, width, height, panel, options, lines } = slot;
  const content = <Panel kind={panel} options={options} />;
  const own = picture !== null && !OF_THE_WALL.has(panel);
  return (
    <div
      className={styles.slot}
      style={{ left: x, top: y, width, height }}
      data-panel={panel}
      data-line-top={lines.top ? '' : undefined}
      data-line-left={lines.left ? '' : undefined}
      data-hidden={hidden ? '' : undefined}
    >
      <PanelWindowContext value={slot.window}>
        {own ? <OtherPicture picture={picture}>{content}</OtherPicture> : content}
      </PanelWindowContext>
    </div>
  );
}
