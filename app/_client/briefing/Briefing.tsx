'use client';
import { useEffect } from 'react';
import type { Me } from '#wire/http/me.ts';
import { useStored } from '../stores/use-summary.ts';
import { Prepare } from './Prepare.tsx';
import { Present } from './Present.tsx';
import { usePresenter } from './use-presenter.ts';

/** The remote: what is to be shown and where, then one step after another. */
export function Briefing({ me }: { me: Me }) {
  const presenter = usePresenter();
  const presenting = useStored(presenter, 0);
  const isPresenting = presenting !== null;
  useEffect(() => {
    // In braces: new browsers answer with a promise, which is no clean-up.
    window.scrollTo(0, 0);
  }, [isPresenting]);
  return presenting === null ? (
    <Prepare me={me} onStart={(list, walls) => void presenter.start(list, walls)} />
  ) : (
    <Present me={me} presenter={presenter} presenting={presenting} />
  );
}
