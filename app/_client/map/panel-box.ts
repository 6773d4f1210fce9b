'use client';
import { useEffect, useState, type RefObject } from 'react';
import { usePanelWindow, type PanelSize } from '../wall/panel-window.ts';
import type { Rectangle } from './look.ts';

/** A panel that draws a map: its whole, and the part of it that this screen draws. CSS px. */
export type PanelBox = { full: PanelSize; part: Rectangle };

/**
 * The box of a panel that fills an element, as it changes; null before it is laid out. Of a panel that spans screens the
 * wall says what lies here, else all of it does.
 */
export function usePanelBox(element: RefObject<HTMLElement | null>): PanelBox | null {
  const window = usePanelWindow();
  const [box, setBox] = useState<PanelBox | null>(null);
  useEffect(() => {
    if (element.current === null) return;
    const watcher = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      if (width > 0 && height > 0) setBox({ full: { width, height }, part: { x: 0, y: 0, width, height } });
    });
    watcher.observe(element.current);
    return () => watcher.disconnect();
  }, [element]);
  return window ?? box;
}
