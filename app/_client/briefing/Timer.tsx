'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { plannedOf, spanText } from './drafts.ts';
import type { Presenting } from './presenter.ts';
import styles from './briefing.module.css';

/** How long the briefing has gone on, and this step, against what was planned. */
export function Timer({ presenting: { list, at, startedAt, stepAt } }: { presenting: Presenting }) {
  const t = useTranslations('briefing');
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const planned = plannedOf(list.steps);
  const own = list.steps[at]?.plannedSeconds ?? null;
  const inStep = (now - stepAt) / 1_000;
  return (
    <div className={styles.timer} role="timer" data-testid="timer">
      <b>
        {spanText((now - startedAt) / 1_000)}
        {planned !== null && <small> / {spanText(planned)}</small>}
      </b>
      <span data-over={own !== null && inStep > own ? '' : undefined}>
        {t('inStep', { span: spanText(inStep) })}
        {own !== null && ` / ${spanText(own)}`}
      </span>
    </div>
  );
}
