'use client';
import { useTranslations } from 'use-intl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { whenText } from '../clock/words.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { useNames } from '../names/use-names.ts';
import { StateShape } from '../shapes/StateShape.tsx';
import { supportStates } from './support-state.ts';
import styles from './case.module.css';

/** Supporting departments, each with whether it has told what it did, and what; nothing where there are none. */
export function Supporting({ detail }: { detail: CaseDetailAnswer }) {
  const t = useTranslations('desk.facts');
  const { picture } = useDesk();
  const { language } = useLanguage();
  const zone = useTimeZone();
  const names = useNames();
  const states = supportStates(detail);
  if (states.length === 0) return null;
  return (
    <div data-testid="supporting-states">
      <dt>{t('supporting')}</dt>
      <dd>
        {states.map(({ department, state, told }) => (
          <p key={department} className={styles.support} data-support={state} data-testid="support-state">
            <StateShape shape={state === 'given' ? 'ended' : 'calm'} size="0.8em" /> {names.department(department)} ·{' '}
            <b>{t(`support.${state}`)}</b>
            {told.map(({ at, note }) => (
              <span key={at}>
                {' '}
                {whenText(at, picture.now(), zone, language)} {note}
              </span>
            ))}
          </p>
        ))}
      </dd>
    </div>
  );
}
