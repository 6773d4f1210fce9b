'use client';
import { useTranslations } from 'use-intl';
import { postOf } from '#domain/account/post.ts';
import { levelName, levelsFor, usualLevel } from '#domain/case/supervision-level.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { useLevels } from '../names/use-levels.ts';
import { replyable } from './first-input.ts';
import { chosenReply, replyChoices } from './reply-by.ts';
import styles from './acts.module.css';

/** How weighty the supervision is, as far as the officer's post may go; one above what stands already unless chosen. */
export function SupervisionLevel({ detail, chosen }: { detail: CaseDetailAnswer; chosen: number | null }) {
  const t = useTranslations('desk.supervision');
  const { forms, me } = useDesk();
  const { language } = useLanguage();
  const levels = useLevels();
  const post = postOf(me);
  return (
    <select
      className={styles.until}
      aria-label={t('level')}
      value={chosen ?? usualLevel(detail.supervisions, post, levels) ?? ''}
      onChange={({ target }) => forms.fill({ level: Number(target.value) })}
      data-testid="supervision-level"
    >
      {levelsFor(post, levels).map((level) => (
        <option key={level} value={level}>
          {levelName(level, levels)[language]}
        </option>
      ))}
    </select>
  );
}

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
  const { language } = useLanguage();
  const levels = useLevels();
  return (
    <select
      className={styles.until}
      aria-label={t('which')}
      value={chosen ?? ''}
      onChange={({ target }) => forms.fill({ supervision: Number(target.value) })}
      data-testid="reply-supervision"
    >
      {replyable(detail).map(({ no, level, by, reason }) => (
        <option key={no} value={no}>
          {levelName(level, levels)[language]} · {t('raised', { name: by.name, reason })}
        </option>
      ))}
    </select>
  );
}
