'use client';
import { useTranslations } from 'use-intl';
import { LIMIT_SOURCES, type LoadLimits } from '#domain/alert/load-limits.ts';
import type { Load } from '#wire/load.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useStored } from '../../stores/use-summary.ts';
import { DeskPopup } from '../bar/DeskPopup.tsx';
import { useDesk } from '../DeskProvider.tsx';
import styles from './load.module.css';

const MEANINGS = [
  ['perOfficer', ['manageable']],
  ['flood', ['floodAbove', 'calmBelow']],
  ['standing', ['standingHours']],
  ['stale', ['staleHours']],
  ['chattering', ['chatteringTimes']],
  ['shelved', ['shelveHours']],
] as const satisfies readonly (readonly [string, readonly (keyof LoadLimits)[]])[];

/** What each number of the load counts, by which limits, and from where those are. */
export function LoadMeaning({ load }: { load: Load }) {
  const t = useTranslations('queues.load');
  const desk = useDesk();
  const { language } = useLanguage();
  const { load: open } = useStored(desk.view, 0);
  return (
    <DeskPopup
      open={open}
      onOpenChange={(next) => desk.fold({ load: next })}
      testId="load-meaning"
      title={t('means')}
      close={t('close')}
      width="text"
    >
      <dl className={styles.meanings}>
        {MEANINGS.map(([what, limits]) => (
          <div key={what}>
            <dd>{t(`define.${what}`, { ...load.limits })}</dd>
            <dd className={styles.source}>
              {t('source', { source: limits.map((limit) => LIMIT_SOURCES[limit][language]).join(language === 'zh' ? '；' : '; ') })}
            </dd>
          </div>
        ))}
      </dl>
    </DeskPopup>
  );
}
