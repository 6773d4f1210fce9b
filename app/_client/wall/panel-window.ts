'use client';
import { createContext, useContext } from 'react';

/**
 * What of a panel this screen shows: the panel's whole size and the part of it on this screen, in CSS pixels from the
 * panel's top left. Only a map lies on more than one screen.
 */
export type PanelWindow = {
  full: { width: number; height: number };
  part: { x: number; y: number; width: number; height: number };
};

export const PanelWindowContext = createContext<PanelWindow | null>(null);

/** Null: the panel lies on this screen whole and takes the size of its box. */
export function usePanelWindow(): PanelWindow | null {
  return useContext(PanelWindowContext);
}
