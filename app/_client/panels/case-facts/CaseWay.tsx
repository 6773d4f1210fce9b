'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { ageText } from '../../i18n/durations.ts';
import { isoDayText, minuteText, shortDayText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useTimeZone } from '../../realtime/use-time-zone.ts';
import { Shape } from '../../theme/Shape.tsx';
import styles from './case-facts.module.css';

/** The newest stages that are shown beside photos, and where the way has the room of photos. */
const MOST_STEPS = { brief: 5, whole: 12 };

/**
 * The stages a case has gone through, each with when it began; late ones with the shape of what is out of time. `whole`:
 * the room of photos is the way's, so that each stage has a line, with how long it took.
 */
export function CaseWay({ detail: { summary, passages }, whole }: { detail: CaseDetailAnswer; whole: boolean }) {
  const common = useTranslations('common');
  const { language } = useLanguage();
  const zone = useTimeZone();
  const shown = passages.slice(whole ? -MOST_STEPS.whole : -MOST_STEPS.brief);
  // Each day is said once, where it begins.
  const steps = [summary.reportedAt, ...shown.map(({ enteredAt }) => enteredAt)];
  const began = (index: number): ReactNode => (
    <>
      <time data-day>{isNewDay(steps, index, zone) ? shortDayText(steps[index]!, zone, language) : ''}</time>
      <time>{minuteText(steps[index]!, zone)}</time>
    </>
  );
  return (
    <ol className={styles.way} data-whole={whole ? '' : undefined} data-testid="case-way">
      <li>
        {began(0)}
        {common('stage.report')}
      </li>
      {shown.map(({ no, stage, enteredAt, leftAt: left, judgedDueAt }, index) => (
        <li key={no} data-now={left === null ? '' : undefined}>
          {began(index + 1)}
          {common(`stage.${stage}`)}
          {left !== null && judgedDueAt !== null && left > judgedDueAt && <Shape kind="out" className={styles.late} />}
          {whole && left !== null && <small>{ageText(left - enteredAt, language)}</small>}
        </li>
      ))}
    </ol>
  );
}

function isNewDay(steps: readonly number[], index: number, zone: string): boolean {
  return index === 0 || isoDayText(steps[index - 1]!, zone) !== isoDayText(steps[index]!, zone);
}
