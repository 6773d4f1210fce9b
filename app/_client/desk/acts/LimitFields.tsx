'use client';
import { useTranslations } from 'use-intl';
import { LIMIT_UNIT_NAMES } from '#domain/category/condition.ts';
import { limitUnits, type LimitUnit } from '#domain/clock/limit.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { limitText } from '../clock/words.ts';
import { useDesk } from '../DeskProvider.tsx';
import type { ActInput } from './act-input.ts';
import { limitNow } from './first-input.ts';
import styles from './acts.module.css';

/** The limit that a shortening sets, beside the one in force. */
export function LimitFields({ detail, limit }: { detail: CaseDetailAnswer; limit: ActInput['limit'] }) {
  const t = useTranslations('desk.form');
  const { forms } = useDesk();
  const { language } = useLanguage();
  const now = limitNow(detail);
  return (
    <>
      {now !== null && <span className={styles.kept}>{t('limitNow', { limit: limitText(now, language) })}</span>}
      <input
        className={styles.amount}
        type="number"
        min="0"
        max="10000"
        step="any"
        value={limit.value ?? ''}
        onChange={({ target }) => {
          const value = target.value === '' || Number.isNaN(target.valueAsNumber) ? null : target.valueAsNumber;
          forms.fill({ limit: { ...limit, value } });
        }}
        aria-label={t('limitValue')}
        placeholder={t('limitValue')}
        required
        data-first
        data-testid="limit-value"
      />
      <select
        className={styles.until}
        aria-label={t('limitUnit')}
        value={limit.unit}
        onChange={({ target }) => forms.fill({ limit: { ...limit, unit: target.value as LimitUnit } })}
        data-testid="limit-unit"
      >
        {limitUnits.map((unit) => (
          <option key={unit} value={unit}>
            {LIMIT_UNIT_NAMES[unit][language]}
          </option>
        ))}
      </select>
    </>
  );
}
