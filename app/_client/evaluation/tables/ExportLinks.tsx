'use client';
import { useTranslations } from 'use-intl';
import parts from '../../frame/page-parts.module.css';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { addressOf, type Asked, type Question } from '../question/question.ts';

const FORMATS = ['xlsx', 'csv'] as const;

/** The table as it stands, to keep. */
export function ExportLinks({ question, asked }: { question: Question; asked: Asked }) {
  const t = useTranslations('evaluation.table');
  const { language } = useLanguage();
  return (
    <>
      {FORMATS.map((format) => (
        <a
          key={format}
          className={parts.button}
          href={addressOf('/api/v1/evaluation/export', question, asked, { format, lang: language })}
          download
          data-testid={`export-${format}`}
        >
          {t('export', { format: format.toUpperCase() })}
        </a>
      ))}
    </>
  );
}
