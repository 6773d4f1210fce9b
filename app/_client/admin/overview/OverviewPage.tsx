'use client';
import Link from 'next/link';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { CaseRules } from '#domain/case/rules.ts';
import type { RegisterSummaryAnswer } from '#wire/http/component.ts';
import type { IndicatorsAnswer } from '#wire/http/evaluation.ts';
import { LEVELS } from '#wire/level.ts';
import { PageHead } from '../../frame/PageHead.tsx';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import { useAnswer } from '../../frame/use-answer.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import { countText } from '../../i18n/numbers.ts';
import type { Names } from '../../stores/dictionary-store.ts';
import { entriesOf, treeOf } from '../catalogue/catalogue-tree.ts';
import { isRetired, limitRows } from '../limits/limit-rows.ts';
import { useSystemName } from '../use-words.ts';
import styles from './overview.module.css';

const PAGES = [
  'catalogue',
  'limits',
  'calendar',
  'places',
  'departments',
  'components',
  'moves',
  'indicators',
] as const;

/** What the city runs on now, one line each, with the way to look at it. */
export function OverviewPage() {
  const t = useTranslations('admin.overview');
  const ways = useTranslations('frame.way');
  const { names, renewNames } = usePlaceOfWork();
  const facts = useFacts(names);
  return (
    <>
      <PageHead title={t('title')} says={t('says')} />
      {names.dictionary === null ? (
        <Waiting asked={{ state: 'asking' }} again={renewNames} />
      ) : (
        <ul className={styles.list} data-testid="in-force">
          {PAGES.map((page) => (
            <li key={page}>
              <Link href={`/admin/${page}`} prefetch={false}>
                <b>{ways(page)}</b>
                <span>{t(`what.${page}`)}</span>
                <em>{facts[page]}</em>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <h2 className={styles.next}>{t('bringTitle')}</h2>
      <p className={styles.bring}>
        {t('bringSays')}{' '}
        <Link href="/admin/lists" prefetch={false}>
          {t('bringOpen')}
        </Link>
      </p>
    </>
  );
}

function useFacts(names: Names): Record<(typeof PAGES)[number], string> {
  const own = useOwnFacts();
  const t = useTranslations('admin.overview');
  const systemName = useSystemName();
  return useMemo(() => {
    const { dictionary } = names;
    const and = t('and');
    const systems = treeOf(entriesOf(dictionary?.categories ?? []));
    const places = LEVELS.map((level) => ({
      level,
      count: dictionary?.places.filter((place) => place.level === level).length ?? 0,
    })).filter(({ count }) => count > 0);
    return {
      catalogue: systems
        .map(({ system, count }) => t('subclasses', { system: systemName(system), count: countText(count) }))
        .join(and),
      limits: t('conditions', {
        count: countText(
          limitRows(dictionary?.categories ?? []).filter(({ condition }) => !isRetired(condition)).length,
        ),
      }),
      calendar:
        dictionary?.calendar === undefined
          ? t('noCalendar')
          : t('published', {
              year: String(dictionary.calendar.publishedThrough),
              version: dictionary.calendar.version,
            }),
      places: places.map(({ level, count }) => t(`level.${level}`, { count })).join(and),
      departments: t('departments', { count: countText(dictionary?.departments.length ?? 0) }),
      ...own,
    };
  }, [names, t, systemName, own]);
}

/** What the dictionary does not tell; empty until it is there. */
function useOwnFacts(): Record<'components' | 'moves' | 'indicators', string> {
  const t = useTranslations('admin.overview');
  const rules = useTranslations('rules.commandBrief');
  const [register] = useAnswer<RegisterSummaryAnswer>('/api/v1/components/summary');
  const [command] = useAnswer<CaseRules>('/api/v1/rules');
  const [definitions] = useAnswer<IndicatorsAnswer>('/api/v1/evaluation/indicators');
  return useMemo(
    () => ({
      components: register.state === 'ready' ? t('registered', { count: countText(register.answer.total) }) : '',
      moves: command.state === 'ready' ? rules(command.answer.command) : '',
      indicators:
        definitions.state === 'ready'
          ? t('chosen', {
              count: definitions.answer.settings.filter(({ chosen, choices }) => chosen !== choices[0]?.value).length,
            })
          : '',
    }),
    [register, command, definitions, t, rules],
  );
}
