'use client';
import { useTranslations } from 'use-intl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { replyable } from './first-input.ts';
import { chosenReply, replyChoices } from './reply-by.ts';
import styles from './acts.module.css';

/** By when a supervision demands its reply, if it demands one. */
export function ReplyBy({ chosen }: { chosen: number | null }) {
  const t = useTranslations('desk.supervision');
  const { forms, picture } = useDesk();
  const choices = replyChoices(picture.now(), useTimeZone());
  return (
    <select
      className={styles.until}
      aria-label={t('replyBy')}
      value={chosenReply(chosen, choices) ?? ''}
      onChange={({ target }) => forms.fill({ replyBy: choices.find(({ name }) => name === target.value)?.at ?? null })}
      data-testid="reply-by"
    >
      <option value="">{t('noReply')}</option>
      {choices.map(({ name }) => (
        <option key={name} value={name}>
          {t(`within.${name}`)}
        </option>
      ))}
    </select>
  );
}

/** Which supervision is replied to, who demanded it and why. */
export function RepliedTo({ detail, chosen }: { detail: CaseDetailAnswer; chosen: number | null }) {
  const t = useTranslations('desk.supervision');
  const { forms } = useDesk();
  return (
    <select
      className={styles.until}
      aria-label={t('which')}
      value={chosen ?? ''}
      onChange={({ target }) => forms.fill({ supervision: Number(target.value) })}
      data-testid="reply-supervision"
    >
      {replyable(detail).map(({ no, by, reason }) => (
        <option key={no} value={no}>
          {t('raised', { name: by.name, reason })}
        </option>
      ))}
    </select>
  );
}
