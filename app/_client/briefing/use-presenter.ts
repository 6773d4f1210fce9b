'use client';
import { useEffect, useState } from 'react';
import { usePicture } from '../realtime/PictureProvider.tsx';
import { actOnWall } from './briefing-api.ts';
import { Presenter } from './presenter.ts';

const NEXT = new Set(['ArrowRight', 'PageDown', ' ']);
const BACK = new Set(['ArrowLeft', 'PageUp']);

/** The page's presenter: steered by keys and clickers too, and giving the walls back when the page goes. */
export function usePresenter(): Presenter {
  const { clock } = usePicture().client.link;
  const [presenter] = useState(
    () =>
      new Presenter(
        actOnWall,
        () => Date.now(),
        () => clock.speed,
      ),
  );
  useEffect(() => {
    const leave = (): void => void presenter.giveBack(true);
    const pressed = (event: KeyboardEvent): void => {
      if (presenter.value === null || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest('input, textarea, select') != null) return;
      // Space on a button presses that button.
      if (event.key === ' ' && target?.closest('button, a') != null) return;
      if (!NEXT.has(event.key) && !BACK.has(event.key)) return;
      event.preventDefault();
      if (!event.repeat) void (NEXT.has(event.key) ? presenter.next() : presenter.back());
    };
    window.addEventListener('pagehide', leave);
    document.addEventListener('keydown', pressed);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('keydown', pressed);
      leave();
    };
  }, [presenter]);
  return presenter;
}
