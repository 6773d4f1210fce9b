'use client';
import { useTranslations } from 'use-intl';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import parts from '../../frame/page-parts.module.css';
import { nameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useQuestion } from '../question/use-question.ts';
import { DEPARTMENT_FIGURES } from './figure-sets.ts';
import { FiguresView } from './FiguresView.tsx';

/** Departments against each other, of the whole city or of one district. */
export function DepartmentLeague() {
  const t = useTranslations('evaluation.departments');
  const { language } = useLanguage();
  const { names } = usePlaceOfWork();
  const questioned = useQuestion();
  const { question, ask, also } = questioned;
  const parent = also('parent');
  return (
    <FiguresView
      title={t('title')}
      says={t('says')}
      questioned={questioned}
      asked={{ object: 'department', parent, indicators: DEPARTMENT_FIGURES }}
      choices={
        <label className={parts.field}>
          {t('district')}
          <select value={parent ?? ''} onChange={(event) => ask(question, { parent: event.target.value || null })}>
            <option value="">{t('all')}</option>
            {names.districts.map((one) => (
              <option key={one.code} value={one.code}>
                {nameIn(language, one)}
              </option>
            ))}
          </select>
        </label>
      }
    />
  );
}
