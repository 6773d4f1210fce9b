'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { PatrolledGridAnswer } from '#wire/http/responsibility.ts';
import { DataTable, type Column } from '../../frame/DataTable.tsx';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import parts from '../../frame/page-parts.module.css';
import { dayAndMinuteText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import { ShareBar } from './ShareBar.tsx';

type Props = {
  grids: readonly PatrolledGridAnswer[];
  chosen: string | null;
  onChoose: (code: string) => void;
};

/** Each responsibility grid, least patrolled first: who answers for it, what was seen of it, how its collector stands. */
export function GridTable({ grids, chosen, onChoose }: Props) {
  const t = useTranslations('evaluation.patrol');
  const { language } = useLanguage();
  const { timeZone, names } = usePlaceOfWork();
  const columns = useMemo((): Column<PatrolledGridAnswer>[] => {
    const inWords = ({ zh, en }: { zh: string; en: string }): string => (language === 'zh' ? zh : en || zh);
    const responsibleOf = ({ person, collector, collectorName, departmentCode }: PatrolledGridAnswer): string => {
      const department = names.department(departmentCode);
      const unit = department && inWords({ zh: department.nameZh, en: department.nameEn });
      const patrol = collectorName === null ? collector : inWords(collectorName);
      return [person, patrol, unit].filter(Boolean).join(' · ');
    };
    return [
      {
        id: 'name',
        head: t('head.grid'),
        width: 'minmax(13rem, 2.6fr)',
        sortBy: ({ name }) => inWords(name),
        cell: ({ name, code, approximate }) => (
          <>
            {inWords(name)} <small>{code}</small> {approximate && <span className={parts.tag}>{t('computed')}</span>}
          </>
        ),
      },
      {
        id: 'responsible',
        head: t('head.responsible'),
        width: 'minmax(8rem, 1.6fr)',
        sortBy: responsibleOf,
        cell: (row) => responsibleOf(row) || '–',
      },
      {
        id: 'share',
        head: t('head.share'),
        width: 'minmax(13rem, 1.5fr)',
        sortBy: ({ share }) => share,
        cell: ({ share, unitGrids, visited }) => <ShareBar share={share} of={unitGrids} visited={visited} />,
      },
      {
        id: 'last',
        head: t('head.last'),
        width: 'minmax(7rem, 1fr)',
        end: true,
        sortBy: ({ lastVisitAt }) => lastVisitAt,
        cell: ({ lastVisitAt }) =>
          lastVisitAt === null ? t('never') : dayAndMinuteText(lastVisitAt, timeZone, language),
      },
      {
        id: 'duty',
        head: t('head.duty'),
        width: 'minmax(7rem, 1fr)',
        sortBy: ({ duty }) => t(`duty.${duty}`),
        cell: ({ duty }) => t(`duty.${duty}`),
      },
      {
        id: 'inside',
        head: t('head.inside'),
        width: 'minmax(5rem, 0.7fr)',
        end: true,
        sortBy: ({ collectorsInside }) => collectorsInside,
        cell: ({ collectorsInside }) => countText(collectorsInside),
      },
    ];
  }, [t, language, timeZone, names]);
  return (
    <DataTable
      label={t('grids')}
      rows={grids}
      columns={columns}
      keyOf={({ code }) => code}
      chosen={chosen}
      onChoose={({ code }) => onChoose(code)}
      none={t('none')}
      testId="patrol-grids"
    />
  );
}
