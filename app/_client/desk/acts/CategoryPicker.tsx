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
import { ChoiceField, leavesByEscape, MOST_SHOWN, type Choice } from './ChoiceField.tsx';
import styles from './acts.module.css';

const NONE: readonly DictionaryCategory[] = [];

/** Category and filing condition: what the case is filed as decides its limit. */
export function CategoryPicker({ input }: { input: Omit<ActInput, 'text'> }) {
  const t = useTranslations('desk.form');
  const { forms, picture } = useDesk();
  const { language } = useLanguage();
  const categories = useSummary(picture.dictionary, readCategories);
  const zh = language === 'zh';
  const options = useMemo(
    () => categories.map(({ key, nameZh, nameEn }): Choice => ({ value: key, label: zh ? nameZh : nameEn })),
    [categories, zh],
  );
  const chosen = categories.find(({ key }) => key === input.categoryKey);
  const conditions = chosen?.conditions?.filter(({ retired, no }) => !retired || no === input.conditionNo) ?? [];
  return (
    <>
      <Combobox.Root
        items={options}
        value={options.find(({ value }) => value === input.categoryKey) ?? null}
        onValueChange={(option: Choice | null, details) => {
          if (leavesByEscape(details)) return;
          forms.fill({ categoryKey: option?.value ?? null, conditionNo: firstCondition(categories, option) });
        }}
        autoHighlight
        limit={MOST_SHOWN}
      >
        <ChoiceField id="category" label={t('category')} none={t('noCategory')} first />
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

/** The first condition in use of a chosen category: the first number may be retired, and numbers are never given twice. */
function firstCondition(categories: readonly DictionaryCategory[], chosen: Choice | null): number | null {
  const category = categories.find(({ key }) => key === chosen?.value);
  return category?.conditions?.find(({ retired }) => !retired)?.no ?? null;
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
