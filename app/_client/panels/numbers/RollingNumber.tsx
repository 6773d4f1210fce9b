'use client';
import { useEffect, useRef } from 'react';

const ROLL_MS = 400;

/** A figure that rolls to its new value within 0.4 s, written straight to the DOM. `text` turns a value into words. */
export function RollingNumber({
  value,
  text,
  testId,
}: {
  value: number;
  text: (value: number) => string;
  testId?: string;
}) {
  const element = useRef<HTMLSpanElement>(null);
  const shown = useRef<number | null>(null);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const from = shown.current;
    shown.current = value;
    const still = from === null || matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (still || from === value) {
      target.textContent = text(value);
      return;
    }
    const began = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      const share = Math.min(1, Math.max(0, now - began) / ROLL_MS);
      const eased = 1 - (1 - share) ** 3;
      const rolled = share === 1 ? value : from + (value - from) * eased;
      target.textContent = text(Number.isInteger(value) ? Math.round(rolled) : rolled);
      if (share < 1) frame = requestAnimationFrame(step);
    });
    return () => {
      cancelAnimationFrame(frame);
      target.textContent = text(value);
    };
  }, [value, text]);
  return <span ref={element} data-testid={testId} />;
}
