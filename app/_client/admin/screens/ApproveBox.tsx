'use client';
import { useCallback, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AskedScreenAnswer, ScreenAnswer } from '#wire/http/screens.ts';
import { Refused } from '../../frame/answer.ts';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import parts from '../../frame/page-parts.module.css';
import { secondText } from '../../i18n/instants.ts';
import { postJson } from '../settings/post-json.ts';
import { HangForm, type Hanging } from './HangForm.tsx';
import styles from './screens.module.css';

type Said = 'approved' | 'denied' | 'unknown' | 'expired' | 'settled' | 'failed';
const CODES = '/api/v1/screen-codes';

/**
 * Takes the code that a new screen shows (typed, or in the address after its QR was scanned), tells which screen asks by
 * it, and lets it in or turns it away.
 */
export function ApproveBox({ taken, onSettled }: { taken: readonly ScreenAnswer[]; onSettled: () => void }) {
  const t = useTranslations('screens.approve');
  const { timeZone } = usePlaceOfWork();
  const [scanned] = useState(scannedCode);
  const [code, setCode] = useState(scanned);
  const [asked, setAsked] = useState<AskedScreenAnswer | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const look = useCallback(async (typed: string): Promise<void> => {
    setSaid(null);
    try {
      setAsked(await postJson<AskedScreenAnswer>(`${CODES}/review`, { code: typed }));
    } catch (error) {
      setAsked(null);
      setSaid(saidOf(error));
    }
  }, []);
  useEffect(() => {
    if (scanned === '') return;
    // A reload should not ask by a code of long ago.
    history.replaceState(null, '', location.pathname);
    const soon = setTimeout(() => void look(scanned));
    return () => clearTimeout(soon);
  }, [look, scanned]);
  const settle = async (act: 'approve' | 'deny', hanging?: Hanging): Promise<void> => {
    try {
      await postJson(`${CODES}/${act}`, { code, ...(hanging && { hanging }) });
      setSaid(act === 'approve' ? 'approved' : 'denied');
      setAsked(null);
      setCode('');
      onSettled();
    } catch (error) {
      setSaid(saidOf(error));
    }
  };
  return (
    <section className={styles.approve} aria-label={t('title')} data-testid="approve">
      <form
        className={styles.codeRow}
        onSubmit={(event) => {
          event.preventDefault();
          void look(code);
        }}
      >
        <label className={parts.field}>
          {t('code')}
          <input
            value={code}
            onChange={(event) => setCode(event.target.value)}
            placeholder="XXXX-XXXX"
            autoComplete="off"
            spellCheck={false}
            data-testid="code"
          />
        </label>
        <button type="submit" className={parts.button} disabled={code.trim() === ''} data-testid="look">
          {t('look')}
        </button>
        <p role="status" data-said={said ?? undefined} data-testid="approve-said">
          {said === null ? (asked === null ? t('where') : '') : t(said)}
        </p>
      </form>
      {asked !== null && (
        <>
          <p className={styles.asked} data-testid="asked">
            {t('asked', {
              wall: asked.wall,
              screen: asked.screen,
              window: asked.window,
              address: asked.address,
              at: secondText(asked.askedAt, timeZone),
            })}
            <small>{asked.userAgent}</small>
          </p>
          <p className={styles.check}>{t('check')}</p>
          <HangForm
            key={asked.code}
            asked={asked}
            taken={taken}
            onApprove={(hanging) => void settle('approve', hanging)}
            onDeny={() => void settle('deny')}
          />
        </>
      )}
    </section>
  );
}

/** The code in the address, where a scanned QR led here. */
function scannedCode(): string {
  return new URLSearchParams(location.search).get('code') ?? '';
}

function saidOf(error: unknown): Said {
  if (!(error instanceof Refused)) return 'failed';
  if (error.status === 409) return 'settled';
  if (error.status !== 404) return 'failed';
  return error.message.includes('run out') ? 'expired' : 'unknown';
}
