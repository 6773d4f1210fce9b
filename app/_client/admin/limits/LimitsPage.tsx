'use client';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LIMIT_UNIT_NAMES } from '#domain/category/condition.ts';
import type { HandbookAnswer } from '#wire/http/handbook.ts';
import { DataTable } from '../../frame/DataTable.tsx';
import { ChoiceField, SearchField } from '../../frame/filter-fields.tsx';
import { PageHead } from '../../frame/PageHead.tsx';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import { useAnswer } from '../../frame/use-answer.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import parts from '../../frame/page-parts.module.css';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import { BringLink } from '../BringLink.tsx';
import { StageLimits } from './StageLimits.tsx';
import { useLimitColumns } from './limit-columns.tsx';
import { isRetired, limitRows, passes, unitsIn, type LimitFilter } from './limit-rows.ts';
import styles from './limits.module.css';

/** The handbook: every filing condition with its closing condition and its limit. */
export function LimitsPage() {
  const t = useTranslations('admin.limits');
  const kinds = useTranslations('admin.catalogue.kind');
  const { language } = useLanguage();
  const { names, renewNames } = usePlaceOfWork();
  const [filter, setFilter] = useState<LimitFilter>({ words: '', kind: null, unit: null, retired: false });
  const [asked] = useAnswer<HandbookAnswer>('/api/v1/handbook');
  const inForce = asked.state === 'ready' ? asked.answer.conditions : undefined;
  const rows = useMemo(() => limitRows(names.dictionary?.categories ?? [], inForce), [names, inForce]);
  const units = useMemo(() => unitsIn(rows), [rows]);
  const shown = useMemo(() => rows.filter((row) => passes(filter, row)), [rows, filter]);
  const columns = useLimitColumns();
  return (
    <>
      <PageHead title={t('title')} says={t('says')}>
        <BringLink kind="handbook" />
      </PageHead>
      {names.dictionary === null ? (
        <Waiting asked={{ state: 'asking' }} again={renewNames} />
      ) : (
        <>
          {asked.state === 'ready' && <StageLimits limits={asked.answer.stageLimits} />}
          <div className={parts.bar}>
            <SearchField
              label={t('search')}
              value={filter.words}
              hint={t('searchHint')}
              onChange={(words) => setFilter({ ...filter, words })}
            />
            <ChoiceField
              label={t('kind')}
              value={filter.kind ?? ''}
              all={t('all')}
              choices={(['component', 'event'] as const).map((value) => ({ value, name: kinds(value) }))}
              onChoose={(kind) => setFilter({ ...filter, kind: kind || null })}
            />
            <ChoiceField
              label={t('unit')}
              value={filter.unit ?? ''}
              all={t('all')}
              choices={units.map((value) => ({ value, name: LIMIT_UNIT_NAMES[value][language] }))}
              onChoose={(unit) => setFilter({ ...filter, unit: unit || null })}
            />
            {rows.some(({ condition }) => isRetired(condition)) && (
              <label className={parts.check}>
                <input
                  type="checkbox"
                  checked={filter.retired}
                  onChange={(event) => setFilter({ ...filter, retired: event.target.checked })}
                  data-testid="retired"
                />
                {t('showRetired')}
              </label>
            )}
            <span className={parts.count} role="status">
              {t('shown', {
                shown: countText(shown.length),
                all: countText(rows.filter(({ condition }) => filter.retired || !isRetired(condition)).length),
              })}
            </span>
          </div>
          <DataTable
            label={t('title')}
            rows={shown}
            columns={columns}
            keyOf={({ key }) => key}
            none={t('none')}
            testId="limits-table"
          />
          <p className={styles.foot}>{t('measures')}</p>
        </>
      )}
    </>
  );
}
