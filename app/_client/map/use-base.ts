'use client';
import { useEffect, useState } from 'react';
import { loadBase, type BaseMap } from './base.ts';

/** The base map once it is there, null before. */
export function useBase(): BaseMap | null {
  const [base, setBase] = useState<BaseMap | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadBase().then((loaded) => {
      if (wanted) setBase(loaded);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return base;
}
