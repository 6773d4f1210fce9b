'use client';
import { Combobox } from '@base-ui/react/combobox';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import type { DictionaryDepartment, DictionaryStore } from '../../stores/dictionary-store.ts';
import { useSummary } from '../../stores/use-summary.ts';
import { useDesk } from '../DeskProvider.tsx';
import { offeredDepartments } from './offered-departments.ts';
import styles from './acts.module.css';

const NONE: readonly DictionaryDepartment[] = [];

type Option = { readonly value: string; readonly label: string; readonly suggested: boolean };

/** Who shall do it: the one that as a rule answers for such a case first, the district's others after it, all by search. */
export function DepartmentPicker({ detail, chosen }: { detail: CaseDetailAnswer; chosen: string | null }) {
  const t = useTranslations('desk.form');
  const { forms, picture } = useDesk();
  const { language } = useLanguage();
  const departments = useSummary(picture.dictionary, readDepartments);
  const { categoryKey, place, department } = detail.summary;
  const { districtCode, subdistrictCode } = place;
  const options = useMemo(() => {
    const offered = offeredDepartments(departments, categoryKey, { districtCode, subdistrictCode }, department);
    return offered.map(({ department: { code, nameZh, nameEn }, suggested }): Option => {
      return { value: code, label: language === 'zh' ? nameZh || nameEn : nameEn || nameZh, suggested };
    });
  }, [departments, categoryKey, districtCode, subdistrictCode, department, language]);
  const value = options.find((option) => option.value === chosen) ?? null;
  return (
    <Combobox.Root
      items={options}
      value={value}
      onValueChange={(option: Option | null) => forms.fill({ department: option?.value ?? null })}
      autoHighlight
      limit={60}
    >
      <Combobox.Input
        className={styles.text}
        placeholder={t('department')}
        aria-label={t('department')}
        data-first
        data-testid="department"
      />
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} align="start" className={styles.positioner}>
          <Combobox.Popup className={styles.popup}>
            <Combobox.Empty className={styles.noOption}>{t('noDepartment')}</Combobox.Empty>
            <Combobox.List className={styles.options}>
              {(option: Option) => (
                <Combobox.Item
                  key={option.value}
                  value={option}
                  className={styles.option}
                  data-testid="department-option"
                >
                  {option.label}
                  {option.suggested && <em>{t('suggested')}</em>}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}

function readDepartments(names: DictionaryStore): readonly DictionaryDepartment[] {
  return names.value?.departments ?? NONE;
}
