'use client';
import { Combobox } from '@base-ui/react/combobox';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import type { ActInput } from './act-input.ts';
import { departmentOption, useOfferedDepartments, type DepartmentOption } from './use-offered-departments.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useDesk } from '../DeskProvider.tsx';
import styles from './acts.module.css';

/** The server takes no more. */
const MOST = 5;

/** Who helps the one dispatched to: any number up to five, none by default. */
export function SupportingPicker({ detail, input }: { detail: CaseDetailAnswer; input: Omit<ActInput, 'text'> }) {
  const t = useTranslations('desk.form');
  const { forms } = useDesk();
  const { language } = useLanguage();
  const offered = useOfferedDepartments(detail);
  const options = useMemo(
    () => offered.map((one) => departmentOption(one, language)).filter(({ value }) => value !== input.department),
    [offered, language, input.department],
  );
  const chosen = options.filter(({ value }) => input.supporting.includes(value));
  const drop = (code: string): void => forms.fill({ supporting: input.supporting.filter((one) => one !== code) });
  return (
    <>
      <Combobox.Root
        multiple
        items={options}
        value={chosen}
        onValueChange={(next: DepartmentOption[]) =>
          forms.fill({ supporting: next.slice(0, MOST).map(({ value }) => value) })
        }
        autoHighlight
        limit={60}
      >
        <Combobox.Input
          className={styles.text}
          placeholder={t('supporting')}
          aria-label={t('supporting')}
          disabled={chosen.length >= MOST}
          data-testid="supporting"
        />
        <Combobox.Portal>
          <Combobox.Positioner sideOffset={4} align="start" className={styles.positioner}>
            <Combobox.Popup className={styles.popup}>
              <Combobox.Empty className={styles.noOption}>{t('noDepartment')}</Combobox.Empty>
              <Combobox.List className={styles.options}>
                {(option: DepartmentOption) => (
                  <Combobox.Item
                    key={option.value}
                    value={option}
                    className={styles.option}
                    data-testid="supporting-option"
                  >
                    {option.label}
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      {chosen.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          className={styles.act}
          onClick={() => drop(value)}
          aria-label={t('dropSupporting', { name: label })}
          data-testid="supporting-chosen"
        >
          {label} ×
        </button>
      ))}
    </>
  );
}
