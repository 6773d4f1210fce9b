'use client';
import { useTranslations } from 'use-intl';
import type { RequestKind } from '#domain/case/request-kind.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { useDesk } from '../DeskProvider.tsx';
import { answerable, askable } from './asked.ts';
import styles from './acts.module.css';

/** What to ask for: only what the officer's post may ask on this case. */
export function AskKind({ detail, chosen }: { detail: CaseDetailAnswer; chosen: RequestKind | null }) {
  const t = useTranslations('desk.request');
  const { forms } = useDesk();
  return (
    <select
      className={styles.until}
      aria-label={t('kind')}
      value={chosen ?? ''}
      onChange={({ target }) => forms.fill({ kind: target.value as RequestKind })}
      data-first
      data-testid="ask-kind"
    >
      {askable(detail.rights).map((kind) => (
        <option key={kind} value={kind}>
          {t(kind)}
        </option>
      ))}
    </select>
  );
}

/** Which request is answered, who asked for it and why. */
export function AskedFor({ detail, chosen }: { detail: CaseDetailAnswer; chosen: number | null }) {
  const t = useTranslations('desk.request');
  const { forms } = useDesk();
  const waiting = answerable(detail);
  return (
    <select
      className={styles.until}
      aria-label={t('which')}
      value={chosen ?? ''}
      onChange={({ target }) => forms.fill({ request: Number(target.value) })}
      data-testid="answer-request"
    >
      {waiting.map(({ no, kind, by, reason }) => (
        <option key={no} value={no}>
          {t('asked', { kind: t(kind), name: by.name, reason })}
        </option>
      ))}
    </select>
  );
}
