'use client';
import Link from 'next/link';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { HandoverAnswer } from '#wire/http/handover.ts';
import { PageHead } from '../frame/PageHead.tsx';
import { usePlaceOfWork } from '../frame/place-of-work.ts';
import { useAnswer } from '../frame/use-answer.ts';
import { Waiting } from '../frame/Waiting.tsx';
import parts from '../frame/page-parts.module.css';
import { addressOf } from './handover-api.ts';
import { HandoverSheet } from './HandoverSheet.tsx';
import { ComingForm } from './ComingForm.tsx';
import styles from './shift.module.css';

const AGAIN_MS = 15_000;

/** One handover: as it was signed, what became of it since, and the second name. */
export function HandoverPage({ id }: { id: string }) {
  const t = useTranslations('shift');
  const { names, timeZone, me } = usePlaceOfWork();
  const [handover, again] = useAnswer<HandoverAnswer>(addressOf(id));
  useEffect(() => {
    const timer = setInterval(again, AGAIN_MS);
    return () => clearInterval(timer);
  }, [again]);
  const answer = handover.state === 'ready' ? handover.answer : null;
  return (
    <div className={styles.page}>
      <PageHead title={t('one')} says={answer === null ? '' : t(saysOf(answer, me.id))}>
        <Link href="/shift" prefetch={false} className={parts.button}>
          {t('all')}
        </Link>
        <button type="button" className={parts.button} onClick={() => print()} data-testid="print">
          {t('print')}
        </button>
      </PageHead>
      {answer === null ? (
        <Waiting asked={handover.state === 'failed' ? handover : { state: 'asking' }} again={again} />
      ) : (
        <>
          {!answer.sound && (
            <p className={styles.unsound} role="alert">
              {t('unsound')}
            </p>
          )}
          <ComingForm handover={answer} onDone={again} />
          <HandoverSheet content={answer.content} head={answer} now={answer.now} names={names} timeZone={timeZone} />
        </>
      )}
    </div>
  );
}

function saysOf({ mine, comes }: HandoverAnswer, me: string): 'saysMine' | 'saysSigned' | 'saysOwn' | 'saysOpen' {
  if (comes?.id === me) return 'saysOwn';
  if (comes !== null) return 'saysSigned';
  return mine ? 'saysMine' : 'saysOpen';
}
