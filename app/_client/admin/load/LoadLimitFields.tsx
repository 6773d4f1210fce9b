'use client';
import { useTranslations } from 'use-intl';
import { DEFAULT_LOAD_LIMITS, LIMIT_RANGES, LIMIT_SOURCES, LOAD_LIMITS } from '#domain/alert/load-limits.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { numberFor, type LoadDraft } from './load-draft.ts';
import styles from './load-limits.module.css';

/** Each limit with what it may be, what it is by itself and from where that is. Nothing is stored by it. */
export function LoadLimitFields({ draft, onDraft }: { draft: LoadDraft; onDraft: (draft: LoadDraft) => void }) {
  const t = useTranslations('queues.limits');
  const { language } = useLanguage();
  return (
    <div className={styles.fields} data-testid="load-limits">
      {LOAD_LIMITS.map((name) => {
        const { least, most, unit } = LIMIT_RANGES[name];
        return (
          <label key={name}>
            <span>{t(`name.${name}`)}</span>
            <input
              inputMode="decimal"
              value={draft[name]}
              aria-invalid={numberFor(name, draft[name]) === null}
              onChange={({ target }) => onDraft({ ...draft, [name]: target.value })}
              data-testid={`limit-${name}`}
            />
            <em>{t(`unit.${unit}`)}</em>
            <small>
              {t('range', { least, most, usual: DEFAULT_LOAD_LIMITS[name] })} · {LIMIT_SOURCES[name][language]}
            </small>
          </label>
        );
      })}
    </div>
  );
}
