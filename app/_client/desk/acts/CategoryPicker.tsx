'use client';
import { Combobox } from '@base-ui/react/combobox';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import type { DictionaryCategory, DictionaryStore } from '../../stores/dictionary-store.ts';
import { useSummary } from '../../stores/use-summary.ts';
import { limitText } from '../clock/words.ts';
import { useDesk } from '../DeskProvider.tsx';
import type { ActInput } from './act-input.ts';
import styles from './acts.module.css';

const NONE: readonly DictionaryCategory[] = [];

type Option = { readonly value: string; readonly label: string };

/** Category and filing condition: what the case is filed as decides its limit. */
export function CategoryPicker({ input }: { input: Omit<ActInput, 'text'> }) {
  const t = useTranslations('desk.form');
  const { forms, picture } = useDesk();
  const { language } = useLanguage();
  const categories = useSummary(picture.dictionary, readCategories);
  const zh = language === 'zh';
  const options = useMemo(
    () => categories.map(({ key, nameZh, nameEn }): Option => ({ value: key, label: zh ? nameZh : nameEn })),
    [categories, zh],
  );
  const chosen = categories.find(({ key }) => key === input.categoryKey);
  const conditions = chosen?.conditions?.filter(({ retired, no }) => !retired || no === input.conditionNo) ?? [];
  return (
    <>
      <Combobox.Root
        items={options}
        value={options.find(({ value }) => value === input.categoryKey) ?? null}
        onValueChange={(option: Option | null) =>
          forms.fill({ categoryKey: option?.value ?? null, conditionNo: option === null ? null : 1 })
        }
        autoHighlight
        limit={60}
      >
        <Combobox.Input
          className={styles.text}
          placeholder={t('category')}
          aria-label={t('category')}
          data-first
          data-testid="category"
        />
        <Combobox.Portal>
          <Combobox.Positioner sideOffset={4} align="start" className={styles.positioner}>
            <Combobox.Popup className={styles.popup}>
              <Combobox.Empty className={styles.noOption}>{t('noCategory')}</Combobox.Empty>
              <Combobox.List className={styles.options}>
                {(option: Option) => (
                  <Combobox.Item key={option.value} value={option} className={styles.option}>
                    {option.label}
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      <select
        className={styles.until}
        aria-label={t('condition')}
        value={input.conditionNo ?? ''}
        onChange={({ target }) => forms.fill({ conditionNo: target.value === '' ? null : Number(target.value) })}
        data-testid="condition"
      >
        {conditions.length === 0 ? (
          <option value={input.conditionNo ?? ''}>{t('conditionNo', { no: input.conditionNo ?? '–' })}</option>
        ) : (
          conditions.map((condition) => (
            <option key={condition.no} value={condition.no}>
              {zh ? condition.zh : condition.en} · {limitText(condition.limit, language)}
            </option>
          ))
        )}
      </select>
    </>
  );
}

/** Categories that a case can be filed under: in use, with a condition in use. */
function readCategories(names: DictionaryStore): readonly DictionaryCategory[] {
  const dictionary = names.value;
  if (dictionary === null) return NONE;
  let offered = OFFERED.get(dictionary);
  if (!offered) OFFERED.set(dictionary, (offered = dictionary.categories.filter(isOffered)));
  return offered;
}

const OFFERED = new WeakMap<object, readonly DictionaryCategory[]>();

function isOffered({ retired, conditions }: DictionaryCategory): boolean {
  return !retired && (conditions?.some((one) => !one.retired) ?? false);
}
