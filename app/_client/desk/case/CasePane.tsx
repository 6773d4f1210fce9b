'use client';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useStored } from '../../stores/use-summary.ts';
import { ActBar } from '../acts/ActBar.tsx';
import { useDesk } from '../DeskProvider.tsx';
import { CaseFacts } from './CaseFacts.tsx';
import { CaseHead } from './CaseHead.tsx';
import { ClockBlock } from '../clock/ClockBlock.tsx';
import { Photos } from './Photos.tsx';
import { StageStrip } from './StageStrip.tsx';
import { Timeline } from './Timeline.tsx';
import styles from './case.module.css';

/** The middle pane: the open case, everything known about it, and the acts. */
export function CasePane() {
  const t = useTranslations('desk.case');
  const { open } = useDesk();
  const state = useStored(open, 0);
  const pane = useRef<HTMLElement>(null);
  const number = state.phase === 'none' ? null : state.number;
  useEffect(() => {
    // Keys go to the case that was opened, never into a text of the one before.
    if (number !== null) pane.current?.focus({ preventScroll: true });
  }, [number]);
  return (
    <main className={styles.pane} ref={pane} tabIndex={-1} id="desk-case" aria-label={t('title')} data-testid="case">
      {state.phase === 'ready' ? (
        <>
          <div className={styles.scroll}>
            <CaseHead detail={state.detail} />
            <ClockBlock detail={state.detail} receivedAt={state.receivedAt} />
            <StageStrip detail={state.detail} />
            <div className={styles.two}>
              <div>
                <Photos detail={state.detail} />
                <CaseFacts detail={state.detail} />
              </div>
              <Timeline detail={state.detail} />
            </div>
          </div>
          <ActBar detail={state.detail} />
        </>
      ) : (
        <p className={styles.empty} data-testid={`case-${state.phase}`}>
          {t(state.phase)} {number !== null && <b>{number}</b>}
          {state.phase === 'failed' && (
            <button type="button" onClick={() => void open.refresh()}>
              {t('again')}
            </button>
          )}
        </p>
      )}
    </main>
  );
}
