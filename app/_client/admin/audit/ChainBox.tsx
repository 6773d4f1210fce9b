'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AuditVerified } from '#wire/http/audit.ts';
import parts from '../../frame/page-parts.module.css';
import { countText } from '../../i18n/numbers.ts';
import { postJson } from '../settings/post-json.ts';
import styles from './audit.module.css';

type Found =
  { state: 'idle' } | { state: 'busy' } | { state: 'failed'; why: string } | { state: 'told'; told: AuditVerified };

/** Whether the chain holds, counted when it is asked for, and for how long lines are kept. */
export function ChainBox({ keptDays }: { keptDays: number | null }) {
  const t = useTranslations('audit.chain');
  const [found, setFound] = useState<Found>({ state: 'idle' });
  const verify = (): void => {
    setFound({ state: 'busy' });
    postJson<AuditVerified>('/api/v1/audit/verify', {}).then(
      (told) => setFound({ state: 'told', told }),
      (error: unknown) => setFound({ state: 'failed', why: error instanceof Error ? error.message : String(error) }),
    );
  };
  return (
    <section className={styles.chain} data-broken={found.state === 'told' && !found.told.sound}>
      <button
        type="button"
        className={parts.button}
        disabled={found.state === 'busy'}
        onClick={verify}
        data-testid="verify"
      >
        {t(found.state === 'busy' ? 'busy' : 'verify')}
      </button>
      <div role="status" data-testid="chain">
        {found.state === 'told' ? (
          <Told told={found.told} />
        ) : (
          <p>{found.state === 'failed' ? t('failed', { why: found.why }) : t('says')}</p>
        )}
      </div>
      <p className={styles.kept}>{keptDays === null ? t('keptForEver') : t('kept', { days: countText(keptDays) })}</p>
    </section>
  );
}

function Told({ told: { lines, first, end, fault } }: { told: AuditVerified }) {
  const t = useTranslations('audit.chain');
  if (fault !== null)
    return (
      <>
        <p>{t(`fault.${fault.kind}`, { no: countText(fault.no) })}</p>
        <p className={styles.soft}>{fault.message}</p>
      </>
    );
  return (
    <>
      <p>{t('sound', { lines: countText(lines), first: countText(first ?? 0), last: countText(end.no) })}</p>
      <p className={styles.hash} title={t('noteDown')}>
        {end.no}:{end.hash}
      </p>
    </>
  );
}
