'use client';
import { createContext, useContext } from 'react';

/**
 * What of a panel this screen shows: the panel's whole size and the part of it on this screen, in CSS pixels from the
 * panel's top left. Only a map lies on more than one screen.
 */
export type PanelWindow = {
  full: PanelSize;
  part: { x: number; y: number; width: number; height: number };
};

/** A panel's size and the joins within it: bezels, behind which no screen shows it. Words keep off them. */
export type PanelSize = {
  width: number;
  height: number;
  joins?: readonly { x: number; y: number; width: number; height: number }[];
};

export const PanelWindowContext = createContext<PanelWindow | null>(null);

/** Null: the panel lies on this screen whole and takes the size of its box. */
export function usePanelWindow(): PanelWindow | null {
  return useContext(PanelWindowContext);
}
