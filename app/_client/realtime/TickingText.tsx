'use client';
import { useEffect, useRef } from 'react';
import { usePicture } from './PictureProvider.tsx';

/**
 * Text that follows the clock. It writes to the DOM by itself at the page's beat, so that a wall that only counts
 * seconds renders nothing. `textAt` gets server time (epoch ms).
 */
export function TickingText({
  textAt,
  className,
  testId,
}: {
  textAt: (now: number) => string;
  className?: string;
  testId?: string;
}) {
  const picture = usePicture();
  const element = useRef<HTMLSpanElement>(null);
  useEffect(
    () =>
      picture.ticker.follow((now) => {
        const text = textAt(now);
        if (element.current !== null && element.current.textContent !== text) element.current.textContent = text;
      }),
    [picture, textAt],
  );
  return <span ref={element} className={className} data-testid={testId} suppressHydrationWarning />;
}
