'use client';
import { useTranslations } from 'use-intl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { useDesk } from '../DeskProvider.tsx';
import { useNames } from '../names/use-names.ts';
import { StateShape } from '../shapes/StateShape.tsx';
import { AlsoHere } from './AlsoHere.tsx';
import { standingOf } from './standing.ts';
import styles from './case.module.css';

/** State, number, who has it; what and where. */
export function CaseHead({ detail }: { detail: CaseDetailAnswer }) {
  const t = useTranslations('desk.case');
  const phases = useTranslations('desk.phase');
  const { me } = useDesk();
  const names = useNames();
  const { summary } = detail;
  const standing = standingOf(detail);
  const holder = detail.alerts.find(({ status }) => status === 'taken');
  const watched = detail.alerts.some(({ status }) => status !== 'resolved');
  const community = names.place(summary.place.communityCode);
  const title = names.category(summary.categoryKey, summary.conditionNo);
  const says = bare(detail.description);
  const place = [
    names.area(summary.place.districtCode, summary.place.subdistrictCode),
    community,
    summary.address,
    summary.place.gridCode === null ? null : t('grid', { code: summary.place.gridCode }),
  ];
  return (
    <header className={styles.head}>
      <p className={styles.state}>
        <span className={styles.chip} data-standing={standing} data-testid="standing">
          <StateShape shape={standing === 'suspended' ? 'calm' : standing} /> {t(`standing.${standing}`)}
        </span>
        {summary.supervisionLevel > 0 && standing !== 'supervised' && (
          <span className={styles.chip} data-standing="supervised">
            <StateShape shape="supervised" /> {t('standing.supervised')}
          </span>
        )}
        <span className={styles.number} data-testid="case-number">
          {summary.number}
        </span>
        <span data-testid="case-phase">{phases(summary.phase)}</span>
        {summary.urgent && <b>{t('urgent')}</b>}
        {holder !== undefined ? (
          <span className={styles.holder} data-me={holder.takenBy === me.id || undefined} data-testid="holder">
            {holder.takenBy === me.id ? t('holderMe') : t('holder', { name: holder.takenByName ?? '' })}
          </span>
        ) : (
          <span data-testid="holder">{watched ? t('untaken') : t('noAlert')}</span>
        )}
        <AlsoHere caseId={summary.id} />
        {summary.simulated && <span className={styles.simulated}>{t('simulated')}</span>}
        <span className={styles.version}>{t('version', { version: summary.version })}</span>
      </p>
      <h1>{title}</h1>
      <p className={styles.place}>{place.filter(Boolean).join(' · ')}</p>
      {says !== '' && says !== bare(title) && <p className={styles.description}>{detail.description}</p>}
    </header>
  );
}

/** A text without spaces and punctuation: a description that only repeats the title is not shown again. */
function bare(text: string): string {
  return text.replace(/[\s\p{P}]/gu, '');
}
