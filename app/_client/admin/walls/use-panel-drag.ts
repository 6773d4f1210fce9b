'use client';
import { useState } from 'react';
import { PANEL_SIZES, type PanelPlace } from '#domain/wall/panel.ts';
import { unitOf } from '#domain/wall/unit.ts';
import type { Rect, Wall } from '#domain/wall/wall.ts';
import { moved, resized, settled, type Side } from './snapping.ts';
import { groundOf } from './wall-draft.ts';

/** How near, in CSS pixels of the drawing, an edge draws a dragged one. */
const REACH_PX = 7;

type Held = { index: number; side: Side | null; rect: Rect };

export type PanelDrag = {
  /** The panels as they lie while one is dragged. */
  panels: readonly PanelPlace[];
  held: number | null;
  /** Moves (side null) or resizes the panel by mm from where it lay when it was taken; `mmPerPx` of the drawing. */
  to: (index: number, side: Side | null, by: { x: number; y: number }, mmPerPx: number) => void;
  /** Lets go: the panel comes to rest there. */
  drop: () => void;
  cancel: () => void;
  /** One cell by the keyboard. */
  nudge: (index: number, side: Side | null, by: { x: number; y: number }) => void;
};

/** Panels dragged and nudged on their wall. Nothing is changed before it is let go. */
export function usePanelDrag(
  wall: Wall,
  placed: readonly PanelPlace[],
  onPlaced: (panels: readonly PanelPlace[]) => void,
): PanelDrag {
  const [held, setHeld] = useState<Held | null>(null);
  const rectOf = (index: number, side: Side | null, by: { x: number; y: number }, reach: number): Rect | null => {
    const panel = placed[index];
    if (panel === undefined) return null;
    const { least, crosses } = PANEL_SIZES[panel.panel];
    const u = unitOf(wall);
    const ground = groundOf(
      wall,
      placed.filter((_, other) => other !== index),
      reach,
    );
    const smallest = { width: least.width * u, height: least.height * u };
    const rect = side === null ? moved(panel, by, ground) : resized(panel, side, by, ground, smallest);
    return settled(rect, wall.screens, crosses);
  };
  const put = ({ index, rect }: Held): void => {
    const { x, y, width, height } = rect;
    onPlaced(placed.map((panel, at) => (at === index ? { ...panel, x, y, width, height } : panel)));
  };
  return {
    panels:
      held === null
        ? placed
        : placed.map((panel, at) => (at === held.index ? { ...panel, ...sides(held.rect) } : panel)),
    held: held?.index ?? null,
    to(index, side, by, mmPerPx) {
      const rect = rectOf(index, side, by, REACH_PX * mmPerPx);
      if (rect !== null) setHeld({ index, side, rect });
    },
    drop() {
      if (held !== null) put(held);
      setHeld(null);
    },
    cancel: () => setHeld(null),
    nudge(index, side, by) {
      // Keys count cells: a neighbour's edge within one would hold the panel fast.
      const rect = rectOf(index, side, by, 0);
      if (rect !== null) put({ index, side, rect });
    },
  };
}

function sides({ x, y, width, height }: Rect): Rect {
  return { x, y, width, height };
}
