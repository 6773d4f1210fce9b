'use client';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { TRADES, type Trade } from '#domain/department/department.ts';
import { DataTable, type Column } from '../../frame/DataTable.tsx';
import { ChoiceField, SearchField } from '../../frame/filter-fields.tsx';
import { PageHead } from '../../frame/PageHead.tsx';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import parts from '../../frame/page-parts.module.css';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import type { DictionaryDepartment } from '../../stores/dictionary-store.ts';
import { BringLink } from '../BringLink.tsx';
import { holds, nameOr } from '../names.ts';
import styles from '../limits/limits.module.css';

/** Who repairs what, where: the departments that cases are dispatched to. */
export function DepartmentsPage() {
  const t = useTranslations('admin.departments');
  const { names, renewNames } = usePlaceOfWork();
  const { language } = useLanguage();
  const [words, setWords] = useState('');
  const [district, setDistrict] = useState('');
  const [trade, setTrade] = useState<Trade | ''>('');
  const all = useMemo(() => names.dictionary?.departments ?? [], [names]);
  const trades = useMemo(() => TRADES.filter((one) => all.some((department) => department.trade === one)), [all]);
  const shown = useMemo(
    () =>
      all.filter(
        (one) =>
          (district === '' || one.districtCode === district) &&
          (trade === '' || one.trade === trade) &&
          holds(words, [one.code, one.nameZh, one.nameEn]),
      ),
    [all, district, trade, words],
  );
  const columns = useDepartmentColumns();
  return (
    <>
      <PageHead title={t('title')} says={t('says')}>
        <BringLink kind="departments" />
      </PageHead>
      {names.dictionary === null ? (
        <Waiting asked={{ state: 'asking' }} again={renewNames} />
      ) : (
        <>
          <div className={parts.bar}>
            <SearchField label={t('search')} value={words} onChange={setWords} />
            <ChoiceField
              label={t('district')}
              value={district}
              all={t('all')}
              choices={names.districts.map((one) => ({ value: one.code, name: nameOr(language, one) }))}
              onChoose={setDistrict}
            />
            <ChoiceField
              label={t('tradeHead')}
              value={trade}
              all={t('all')}
              choices={trades.map((value) => ({ value, name: t(`trade.${value}`) }))}
              onChoose={setTrade}
            />
            <span className={parts.count} role="status">
              {t('shown', { shown: countText(shown.length), all: countText(all.length) })}
            </span>
          </div>
          <DataTable
            label={t('title')}
            rows={shown}
            columns={columns}
            keyOf={({ code }) => code}
            none={t('none')}
            testId="departments-table"
          />
          <p className={styles.foot}>{t('codes')}</p>
        </>
      )}
    </>
  );
}

function useDepartmentColumns(): Column<DictionaryDepartment>[] {
  const t = useTranslations('admin.departments');
  const limits = useTranslations('admin.limits');
  const { names } = usePlaceOfWork();
  const { language } = useLanguage();
  return useMemo(() => {
    const placeName = (code: string | null | undefined): string => {
      const place = names.place(code ?? null);
      return place === null ? '' : nameOr(language, place);
    };
    return [
      {
        id: 'name',
        head: t('name'),
        width: 'minmax(14rem, 2fr)',
        sortBy: (one) => nameOr(language, one),
        cell: (one) => (
          <>
            {nameOr(language, one)} {one.retired === true && <span className={parts.tag}>{limits('retired')}</span>}
          </>
        ),
      },
      {
        id: 'trade',
        head: t('tradeHead'),
        width: 'minmax(8rem, 1fr)',
        cell: ({ trade }) => (trade === undefined ? '' : t(`trade.${trade}`)),
      },
      {
        id: 'district',
        head: t('district'),
        width: 'minmax(8rem, 1fr)',
        cell: ({ districtCode }) => placeName(districtCode) || t('city'),
      },
      {
        id: 'subdistrict',
        head: t('subdistrict'),
        width: 'minmax(8rem, 1fr)',
        cell: (one) => placeName(one.subdistrictCode),
      },
      {
        id: 'code',
        head: t('code'),
        width: 'minmax(11rem, 1fr)',
        cell: ({ code }) => <span className={styles.kind}>{code}</span>,
      },
    ];
  }, [t, limits, names, language]);
}
