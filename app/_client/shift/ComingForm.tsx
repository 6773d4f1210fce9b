'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ClaimResult, HandoverAnswer } from '#wire/http/handover.ts';
import { usePlaceOfWork } from '../frame/place-of-work.ts';
import { Refused } from '../frame/answer.ts';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { nameIn } from '../i18n/language.ts';
import parts from '../frame/page-parts.module.css';
import { signHandover, takeOverClaims } from './handover-api.ts';
import { offeredClaims } from './offered-claims.ts';
import styles from './shift.module.css';

/** The second name, and what of the first one's claims comes with it; after signing, what is left of them. */
export function ComingForm({ handover, onDone }: { handover: HandoverAnswer; onDone: () => void }) {
  const t = useTranslations('shift.coming');
  const { me, names } = usePlaceOfWork();
  const { language } = useLanguage();
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [state, setState] = useState<'idle' | 'signing' | 'failed' | 'late'>('idle');
  const [results, setResults] = useState<readonly ClaimResult[]>([]);
  const { id, hash, comes, mine } = handover;
  const offered = offeredClaims(handover);
  const isMine = comes?.id === me.id;
  if (mine || (comes !== null && !isMine)) return null;
  const nameOf = (key: string | null, number: string): string => {
    const category = names.category(key);
    return category === null ? number : nameIn(language, category);
  };
  const wanted = offered.filter(({ alertId }) => !left.has(alertId)).map(({ alertId }) => alertId);
  if (isMine && offered.length === 0) return <Results results={results} />;

  const sign = async (): Promise<void> => {
    setState('signing');
    try {
      if (!isMine) await signHandover(id, hash);
      if (wanted.length > 0) setResults((await takeOverClaims(id, wanted)).results);
      setState('idle');
    } catch (error) {
      console.info('the handover was not signed', error);
      setState(error instanceof Refused && error.status === 409 ? 'late' : 'failed');
    }
    onDone();
  };
  return (
    <form
      className={styles.coming}
      data-print="no"
      onSubmit={(event) => {
        event.preventDefault();
        void sign();
      }}
      data-testid="coming"
    >
      {offered.length > 0 && (
        <fieldset>
          <legend>{t('claims', { name: handover.leaves.name, count: offered.length })}</legend>
          {offered.map(({ alertId, caseNumber, categoryKey, address }) => (
            <label key={alertId}>
              <input
                type="checkbox"
                checked={!left.has(alertId)}
                onChange={() => setLeft((before) => toggled(before, alertId))}
              />
              {nameOf(categoryKey, caseNumber)} <small>{address}</small>
            </label>
          ))}
        </fieldset>
      )}
      <div>
        <button
          type="submit"
          className={parts.button}
          data-main="true"
          disabled={state === 'signing' || (isMine && wanted.length === 0)}
          data-testid="sign-comes"
        >
          {t(isMine ? 'take' : wanted.length > 0 ? 'signAndTake' : 'sign', { name: me.name, count: wanted.length })}
        </button>
        <p role="status">{state === 'failed' || state === 'late' ? t(state) : t('says')}</p>
      </div>
      <Results results={results} />
    </form>
  );
}

function Results({ results }: { results: readonly ClaimResult[] }) {
  const says = useTranslations('shift.coming.result');
  if (results.length === 0) return null;
  return (
    <ul className={styles.results} role="status" data-print="no" data-testid="claim-results">
      {results.map(({ alertId, caseNumber, result, by }) => (
        <li key={alertId} data-result={result}>
          {caseNumber} · {says(result, { name: by ?? '' })}
        </li>
      ))}
    </ul>
  );
}

function toggled(before: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const next = new Set(before);
  if (!next.delete(id)) next.add(id);
  return next;
}
