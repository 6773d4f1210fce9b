'use client';
import { Combobox } from '@base-ui/react/combobox';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useDesk } from '../DeskProvider.tsx';
import type { ActInput } from './act-input.ts';
import { ChoiceField, leavesByEscape, MOST_SHOWN, type Choice } from './ChoiceField.tsx';
import { departmentOption, useOfferedDepartments } from './use-offered-departments.ts';
import styles from './acts.module.css';

type Props = { readonly detail: CaseDetailAnswer; readonly input: Omit<ActInput, 'text'> };

/** The server takes no more. */
const MOST_SUPPORTING = 5;

/** Who shall do it: the one that as a rule answers for such a case first, the district's others after it, all by search. */
export function DepartmentPicker({ detail, input }: Props) {
  const t = useTranslations('desk.form');
  const { forms } = useDesk();
  const options = useOptions(detail);
  return (
    <Combobox.Root
      items={options}
      value={options.find(({ value }) => value === input.department) ?? null}
      onValueChange={(choice: Choice | null, details) => {
        if (!leavesByEscape(details)) forms.fill({ department: choice?.value ?? null });
      }}
      autoHighlight
      limit={MOST_SHOWN}
    >
      <ChoiceField id="department" label={t('department')} none={t('noDepartment')} first />
    </Combobox.Root>
  );
}

/** Who helps the one dispatched to: any number up to five, none by default. */
export function SupportingPicker({ detail, input }: Props) {
  const t = useTranslations('desk.form');
  const { forms } = useDesk();
  const { department, supporting } = input;
  const all = useOptions(detail);
  const options = useMemo(
    () => all.filter(({ value }) => value !== department).map(({ value, label }): Choice => ({ value, label })),
    [all, department],
  );
  const chosen = options.filter(({ value }) => supporting.includes(value));
  return (
    <>
      <Combobox.Root
        multiple
        items={options}
        value={chosen}
        onValueChange={(next: Choice[], details) => {
          if (leavesByEscape(details)) return;
          forms.fill({ supporting: next.slice(0, MOST_SUPPORTING).map(({ value }) => value) });
        }}
        autoHighlight
        limit={MOST_SHOWN}
      >
        <ChoiceField
          id="supporting"
          label={t('supporting')}
          none={t('noDepartment')}
          disabled={chosen.length >= MOST_SUPPORTING}
        />
      </Combobox.Root>
      {chosen.length > 0 && (
        <span className={styles.chips}>
          {chosen.map(({ value, label }) => (
            <button
              key={value}
              type="button"
              className={styles.act}
              onClick={() => {
                forms.fill({ supporting: supporting.filter((one) => one !== value) });
                // The button is gone with it: keys must not fall through to the desk.
                document.getElementById('desk-supporting')?.focus();
              }}
              aria-label={t('dropSupporting', { name: label })}
              data-testid="supporting-chosen"
            >
              {label} ×
            </button>
          ))}
        </span>
      )}
    </>
  );
}

function useOptions(detail: CaseDetailAnswer): readonly Choice[] {
  const { language } = useLanguage();
  const offered = useOfferedDepartments(detail);
  return useMemo(() => offered.map((one) => departmentOption(one, language)), [offered, language]);
}
