'use client';
import { useState } from 'react';
import type { StandingWall } from '#domain/wall/standing.ts';
import { saveWall } from './save-wall.ts';
import { draftOf } from './wall-draft.ts';
import type { DraftSteps } from './use-draft.ts';

export type SavingState =
  { at: 'idle' | 'busy' | 'done' } | { at: 'refused'; why: string } | { at: 'conflict'; theirs: StandingWall };

export type Saving = {
  /** What the draft was made of: the wall as it was read or stored last. */
  base: StandingWall;
  state: SavingState;
  save: (over?: StandingWall) => Promise<void>;
  /** Takes what somebody else has stored, and drops the draft. */
  take: (theirs: StandingWall) => void;
};

/** Stores a draft; where somebody was faster, one chooses: theirs, or one's own over it. */
export function useSaving(standing: StandingWall, { draft, begin }: DraftSteps, onStored: () => void): Saving {
  const [base, setBase] = useState(standing);
  const [state, setState] = useState<SavingState>({ at: 'idle' });
  const settle = (now: StandingWall, next: SavingState): void => {
    setBase(now);
    begin(draftOf(now));
    setState(next);
  };
  return {
    base,
    state,
    async save(over) {
      setState({ at: 'busy' });
      try {
        const saved = await saveWall(over ?? base, draft);
        if (saved.done) {
          settle(saved.standing, { at: 'done' });
          onStored();
        } else setState({ at: 'conflict', theirs: saved.theirs });
      } catch (error) {
        setState({ at: 'refused', why: error instanceof Error ? error.message : String(error) });
      }
    },
    take: (theirs) => settle(theirs, { at: 'idle' }),
  };
}
