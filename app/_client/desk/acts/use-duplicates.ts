'use client';
import { useEffect, useState } from 'react';
import type { LikelyDuplicates } from '#wire/http/waiting.ts';
import { readDuplicates } from '../api.ts';

type Likely =
  | { readonly phase: 'loading' | 'failed' }
  | { readonly phase: 'ready'; readonly duplicates: LikelyDuplicates['duplicates'] };

/** Cases that may be the same problem as one, asked of the server when the number changes. */
export function useDuplicates(number: string): Likely {
  const [answer, setAnswer] = useState<{ readonly of: string; readonly likely: Likely } | null>(null);
  useEffect(() => {
    let wanted = true;
    const told = (likely: Likely): void => {
      if (wanted) setAnswer({ of: number, likely });
    };
    readDuplicates(number).then(
      (duplicates) => told({ phase: 'ready', duplicates }),
      (error: unknown) => {
        console.info(`duplicates of ${number} could not be read`, error);
        told({ phase: 'failed' });
      },
    );
    return () => {
      wanted = false;
    };
  }, [number]);
  return answer?.of === number ? answer.likely : { phase: 'loading' };
}
