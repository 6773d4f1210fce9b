'use client';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { distanceText, spanText } from '../clock/words.ts';
import { useDesk } from '../DeskProvider.tsx';
import { useNames } from '../names/use-names.ts';
import { useDuplicates } from './use-duplicates.ts';
import styles from './acts.module.css';

/** Number of the case that this one is the same as. */
export function JoinTo({ chosen }: { chosen: string }) {
  const t = useTranslations('desk.join');
  const { forms } = useDesk();
  return (
    <input
      className={styles.caseNumber}
      value={chosen}
      onChange={({ target }) => forms.fill({ to: target.value })}
      placeholder={t('to')}
      aria-label={t('to')}
      maxLength={40}
      required
      autoComplete="off"
      data-first
      data-testid="join-to"
    />
  );
}

/** Cases that may be the same problem, nearest first: picking one fills in its number. */
export function LikelyDuplicates({ number, chosen }: { number: string; chosen: string }) {
  const t = useTranslations('desk.join');
  const phases = useTranslations('desk.phase');
  const { forms } = useDesk();
  const { language } = useLanguage();
  const names = useNames();
  const likely = useDuplicates(number);
  if (likely.phase !== 'ready') return <p className={styles.says}>{t(likely.phase)}</p>;
  if (likely.duplicates.length === 0) return <p className={styles.says}>{t('none')}</p>;
  return (
    <ul className={styles.likely} aria-label={t('likely')} data-testid="likely-duplicates">
      {likely.duplicates.map(({ case: { number: to, categoryKey, address, phase }, metres, apartMs }) => (
        <li key={to}>
          <button type="button" aria-pressed={chosen.trim() === to} onClick={() => forms.fill({ to })}>
            <b>{to}</b> {names.category(categoryKey, null)} · {address}
            <em>
              {phases(phase)} · {distanceText(metres)} · {t('apart', { span: spanText(apartMs, language) })}
            </em>
          </button>
        </li>
      ))}
    </ul>
  );
}
