'use client';
import { useTranslations } from 'use-intl';
import { secondText } from '../../i18n/instants.ts';
import { useStored } from '../../stores/use-summary.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { useNames } from '../names/use-names.ts';
import { StateShape } from '../shapes/StateShape.tsx';
import styles from './acts.module.css';

/** How the last act stands while it is not done: on its way, refused and why, or unanswered. */
export function ActOutcome() {
  const t = useTranslations('desk.outcome');
  const refusals = useTranslations('refusal');
  const why = useTranslations('refusal.why');
  const names = useNames();
  const moves = useTranslations('move');
  const desk = useDesk();
  const zone = useTimeZone();
  const acting = useStored(desk.runner, 0);
  if (acting.phase === 'idle') return null;
  const act = moves(`${acting.act}.name`);
  if (acting.phase === 'pending') {
    return (
      <p className={styles.outcome} role="status" data-testid="act-pending">
        {t('pending', { act })}
      </p>
    );
  }
  if (acting.phase === 'unanswered') {
    return (
      <p className={styles.outcome} role="alert" data-kind="bad" data-testid="act-unanswered">
        {t('unanswered', { act })}{' '}
        <button type="button" onClick={() => void desk.forms.again()} data-testid="act-again">
          {t('again')}
        </button>
        <button type="button" onClick={() => desk.runner.dismiss()}>
          {t('dismiss')}
        </button>
      </p>
    );
  }
  const { other, code, why: fault } = acting.refusal;
  const about = fault?.about ?? '';
  return (
    <p className={styles.outcome} role="alert" data-kind="bad" data-testid="act-refused">
      <StateShape shape="changed" /> {other ? t('first', { name: other.name, time: secondText(other.at, zone) }) : ''}{' '}
      {t('refused', { act })}{' '}
      {fault === undefined ? refusals(code) : why(fault.fault, { about: names.place(about) ?? about })}{' '}
      <button type="button" onClick={() => desk.runner.dismiss()}>
        {t('dismiss')}
      </button>
    </p>
  );
}
