'use client';
import { useTranslations } from 'use-intl';
import { STAGES } from '#domain/case/stage.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { hoursMinutes } from '../clock/duration.ts';
import { limitText, whenText } from '../clock/words.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import styles from './case.module.css';

/** The nine steps with their times: what is done, what runs, what comes. */
export function StageStrip({ detail }: { detail: CaseDetailAnswer }) {
  const t = useTranslations('desk.stage');
  const words = useTranslations('desk.case');
  const { picture } = useDesk();
  const { language } = useLanguage();
  const zone = useTimeZone();
  const { summary, passages, clocks } = detail;
  const now = picture.now();
  return (
    <ol className={styles.stages} aria-label={words('stages')}>
      <li data-when="done">
        <b>{t('report')}</b>
        <span>{whenText(summary.reportedAt, now, zone, language)}</span>
        <small>{words(`channel.${summary.channel}`)}</small>
      </li>
      {STAGES.map((stage) => {
        const mine = passages.filter((passage) => passage.stage === stage);
        const last = mine.at(-1);
        const runs = last !== undefined && last.leftAt === null;
        const clock = clocks.find(({ kind, instance }) => kind === 'stage' && instance === last?.no);
        return (
          <li key={stage} data-when={last === undefined ? 'next' : runs ? 'now' : 'done'} data-lamp={clock?.lamp}>
            <b>
              {t(stage)}
              {mine.length > 1 && <i> ×{mine.length}</i>}
            </b>
            <span>
              {last === undefined ? '' : runs ? words('running') : whenText(last.leftAt ?? 0, now, zone, language)}
            </span>
            <small>
              {clock
                ? `${hoursMinutes(clock.consumedMs)}/${hoursMinutes(clock.totalMs)}`
                : last?.limit
                  ? limitText(last.limit, language)
                  : ''}
            </small>
          </li>
        );
      })}
    </ol>
  );
}
