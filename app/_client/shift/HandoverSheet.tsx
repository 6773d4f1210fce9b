'use client';
import { useTranslations } from 'use-intl';
import type { HandoverAnswer, HandoverContent, HandoverHead } from '#wire/http/handover.ts';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { dayAndMinuteText, momentText } from '../i18n/instants.ts';
import { SheetHead } from './SheetHead.tsx';
import { SheetSection } from './SheetSection.tsx';
import { becameByKey, sectionsOf, type SheetNames } from './sheet-lines.ts';
import styles from './sheet.module.css';

type Props = {
  content: HandoverContent;
  /** Null for what is not written yet. */
  head: HandoverHead | null;
  /** What became of its lines since; null where nothing could yet. */
  now: HandoverAnswer['now'] | null;
  names: SheetNames;
  timeZone: string;
};

/** A handover as it is read and printed: who, from when to when, what is open, what was said, what stands on the walls. */
export function HandoverSheet({ content, head, now, names, timeZone }: Props) {
  const t = useTranslations('shift.sheet');
  const { language } = useLanguage();
  const sections = sectionsOf(content, names, language);
  const known = becameByKey(now?.became ?? null);
  const { counts, load } = content;
  const figures: readonly [string, string][] = [
    [t('reported'), String(counts.reported)],
    [t('closed'), String(counts.closed)],
    [t('endedOtherwise'), String(counts.endedOtherwise)],
    [t('timedOut'), String(counts.timedOut)],
    [t('raised'), String(load.raised)],
    [t('rate'), rateText(load.perTenMinutes)],
    [t('worst'), rateText(load.worstTenMinutes)],
    [t('flood'), `${Math.round(load.floodShare * 100)} %`],
  ];
  return (
    <article className={styles.sheet} data-testid="handover-sheet">
      <SheetHead content={content} head={head} names={names} timeZone={timeZone} />
      <dl className={styles.figures} aria-label={t('figures')}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {content.remark !== '' && (
        <section className={styles.remark}>
          <h3>{t('remark')}</h3>
          <p>{content.remark}</p>
        </section>
      )}
      {sections.map((section) => (
        <SheetSection key={section.name} {...section} known={known} at={content.at} timeZone={timeZone} />
      ))}
      <footer className={styles.foot}>
        {head === null ? (
          t('draft', { at: dayAndMinuteText(content.at, timeZone, language) })
        ) : (
          <span>
            {t('writtenBySystem')} <code>{head.hash}</code>
          </span>
        )}
        {now !== null && <span>{t('asOf', { at: momentText(now.at, content.at, timeZone, language) })}</span>}
      </footer>
    </article>
  );
}

function rateText(rate: number): string {
  return rate >= 10 ? String(Math.round(rate)) : String(Math.round(rate * 10) / 10);
}
