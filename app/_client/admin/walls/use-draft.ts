'use client';
import { useCallback, useState } from 'react';
import { isSameDraft, type WallDraft } from './wall-draft.ts';

const MOST_STEPS = 100;
type Steps = { past: readonly WallDraft[]; now: WallDraft; next: readonly WallDraft[] };

export type DraftSteps = {
  draft: WallDraft;
  edit: (change: (before: WallDraft) => WallDraft) => void;
  undo: (() => void) | null;
  redo: (() => void) | null;
  /** Begins anew with another draft: there is no way back. */
  begin: (draft: WallDraft) => void;
};

/** A draft that can be taken back step by step. */
export function useDraft(initial: WallDraft): DraftSteps {
  const [steps, setSteps] = useState<Steps>({ past: [], now: initial, next: [] });
  const edit = useCallback((change: (before: WallDraft) => WallDraft): void => {
    setSteps((before) => {
      const now = change(before.now);
      if (isSameDraft(now, before.now)) return before;
      return { past: [...before.past, before.now].slice(-MOST_STEPS), now, next: [] };
    });
  }, []);
  const undo = useCallback(() => {
    setSteps(({ past, now, next }) => {
      const last = past.at(-1);
      return last === undefined ? { past, now, next } : { past: past.slice(0, -1), now: last, next: [now, ...next] };
    });
  }, []);
  const redo = useCallback(() => {
    setSteps(({ past, now, next }) => {
      const [first, ...rest] = next;
      return first === undefined ? { past, now, next } : { past: [...past, now], now: first, next: rest };
    });
  }, []);
  const begin = useCallback((draft: WallDraft) => setSteps({ past: [], now: draft, next: [] }), []);
  return {
    draft: steps.now,
    edit,
    undo: steps.past.length === 0 ? null : undo,
    redo: steps.next.length === 0 ? null : redo,
    begin,
  };
}
