'use client';
import { useCallback, useRef } from 'react';
import { overParts } from '../../i18n/durations.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useTick } from '../../realtime/use-tick.ts';
import styles from './alert-lane.module.css';

/** Time over a limit, counting by itself while its clock runs. `overSince` null: it rests at `overMs`. */
export function TimeOver({ overSince, overMs }: { overSince: number | null; overMs: number }) {
  const { language } = useLanguage();
  const element = useRef<HTMLParagraphElement>(null);
  useTick(
    useCallback(
      (now: number) => {
        const parts = overParts(overSince === null ? overMs : now - overSince, language);
        const texts = [parts[0]?.figure, parts[0]?.unit, parts[1]?.figure, parts[1]?.unit];
        texts.forEach((text, index) => {
          const target = element.current?.children[index];
          if (target !== undefined && target.textContent !== (text ?? '')) target.textContent = text ?? '';
        });
      },
      [overSince, overMs, language],
    ),
  );
  return (
    <p ref={element} className={styles.time}>
      <b />
      <i />
      <b />
      <i />
    </p>
  );
}
