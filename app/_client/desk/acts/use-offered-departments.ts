'use client';
import { useMemo } from 'react';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import type { Language } from '../../i18n/language.ts';
import type { DictionaryDepartment, DictionaryStore } from '../../stores/dictionary-store.ts';
import { useSummary } from '../../stores/use-summary.ts';
import { useDesk } from '../DeskProvider.tsx';
import type { Choice } from './ChoiceField.tsx';
import { offeredDepartments } from './offered-departments.ts';

const NONE: readonly DictionaryDepartment[] = [];

type Offered = ReturnType<typeof offeredDepartments>[number];

/** Departments to choose from for a case, likeliest first. */
export function useOfferedDepartments({ summary }: Pick<CaseDetailAnswer, 'summary'>): readonly Offered[] {
  const { picture } = useDesk();
  const departments = useSummary(picture.dictionary, readDepartments);
  const { categoryKey, department } = summary;
  const { districtCode, subdistrictCode } = summary.place;
  return useMemo(
    () => offeredDepartments(departments, categoryKey, { districtCode, subdistrictCode }, department),
    [departments, categoryKey, districtCode, subdistrictCode, department],
  );
}

/** A department under its name in a language, under the other one where it is missing. */
export function departmentOption({ department, suggested }: Offered, language: Language): Choice {
  const { code, nameZh, nameEn } = department;
  return { value: code, label: language === 'zh' ? nameZh || nameEn : nameEn || nameZh, suggested };
}

function readDepartments(names: DictionaryStore): readonly DictionaryDepartment[] {
  return names.value?.departments ?? NONE;
}
