'use client';
import { useEffect } from 'react';
import type { Desk } from '../desk.ts';
import { actOfKey } from './key-map.ts';
import { keyTargetOf } from './key-target.ts';
import { runCommand } from './run-command.ts';

/** Lets the keyboard work the desk while this component is there. */
export function useDeskKeys(desk: Desk): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      // An open dialog or list of choices has the keyboard to itself.
      if (event.defaultPrevented || desk.hasPopup) return;
      const id = actOfKey(event, keyTargetOf(event.target));
      if (id === null) return;
      event.preventDefault();
      runCommand(desk, id);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [desk]);
}
