'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { HandoverContent, HandoverHead } from '#wire/http/handover.ts';
import { PageHead } from '../frame/PageHead.tsx';
import { usePlaceOfWork } from '../frame/place-of-work.ts';
import { useAnswer } from '../frame/use-answer.ts';
import { Waiting } from '../frame/Waiting.tsx';
import parts from '../frame/page-parts.module.css';
import { makeHandover, newHandoverId } from './handover-api.ts';
import { HandoverList } from './HandoverList.tsx';
import { HandoverSheet } from './HandoverSheet.tsx';
import { toBeSigned } from './waiting-handovers.ts';
import styles from './shift.module.css';

/** The end of a shift: what is handed over as it stands, a remark, a name under it; and the handovers of before. */
export function ShiftPage() {
  const t = useTranslations('shift');
  const { names, timeZone } = usePlaceOfWork();
  const [draft, again] = useAnswer<HandoverContent>('/api/v1/handover');
  const [list] = useAnswer<{ handovers: HandoverHead[] }>('/api/v1/handovers');
  const known = list.state === 'ready' ? list.answer.handovers : [];
  const content = draft.state === 'ready' ? draft.answer : null;
  return (
    <div className={styles.page}>
      <PageHead title={t('title')} says={t('says')}>
        <button type="button" className={parts.button} onClick={again}>
          {t('again')}
        </button>
        <button type="button" className={parts.button} onClick={() => print()}>
          {t('print')}
        </button>
      </PageHead>
      {content !== null && <Waits handovers={toBeSigned(known, content.at)} />}
      <Leaving />
      {content === null ? (
        <Waiting asked={draft.state === 'failed' ? draft : { state: 'asking' }} again={again} />
      ) : (
        <HandoverSheet content={content} head={null} now={null} names={names} timeZone={timeZone} />
      )}
      <HandoverList handovers={known} />
    </div>
  );
}

function Waits({ handovers }: { handovers: readonly HandoverHead[] }) {
  const t = useTranslations('shift');
  if (handovers.length === 0) return null;
  return (
    <div className={styles.waits} data-print="no" role="status" data-testid="to-be-signed">
      {handovers.map(({ id, leaves }) => (
        <p key={id}>
          {t('waits', { name: leaves.name })}{' '}
          <a href={`/shift/${id}`} className={parts.button} data-main="true">
            {t('readAndSign')}
          </a>
        </p>
      ))}
    </div>
  );
}

/** The remark and the first name. What is handed over is written at the instant of signing. */
function Leaving() {
  const says = useTranslations('shift.leaving');
  const { me } = usePlaceOfWork();
  const router = useRouter();
  const [id] = useState(newHandoverId);
  const [remark, setRemark] = useState('');
  const [state, setState] = useState<'idle' | 'signing' | 'failed'>('idle');
  const sign = async (): Promise<void> => {
    setState('signing');
    try {
      await makeHandover(id, remark);
      router.push(`/shift/${id}`);
    } catch (error) {
      console.info('the handover was not signed', error);
      setState('failed');
    }
  };
  return (
    <form
      className={styles.leaving}
      data-print="no"
      onSubmit={(event) => {
        event.preventDefault();
        void sign();
      }}
    >
      <label>
        <span>{says('remark')}</span>
        <textarea
          rows={2}
          maxLength={2000}
          value={remark}
          placeholder={says('hint')}
          onChange={(event) => setRemark(event.target.value)}
          data-testid="remark"
        />
      </label>
      <div>
        <button
          type="submit"
          className={parts.button}
          data-main="true"
          disabled={state === 'signing'}
          data-testid="sign-leaves"
        >
          {says('sign', { name: me.name })}
        </button>
        <p role="status">{state === 'failed' ? says('failed') : says('says')}</p>
      </div>
    </form>
  );
}
