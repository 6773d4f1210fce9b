'use client';
import { Combobox } from '@base-ui/react/combobox';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useDesk } from '../DeskProvider.tsx';
import { departmentOption, useOfferedDepartments, type DepartmentOption as Option } from './use-offered-departments.ts';
import styles from './acts.module.css';

/** Who shall do it: the one that as a rule answers for such a case first, the district's others after it, all by search. */
export function DepartmentPicker({ detail, chosen }: { detail: CaseDetailAnswer; chosen: string | null }) {
  const t = useTranslations('desk.form');
  const { forms } = useDesk();
  const { language } = useLanguage();
  const offered = useOfferedDepartments(detail);
  const options = useMemo(() => offered.map((one) => departmentOption(one, language)), [offered, language]);
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
