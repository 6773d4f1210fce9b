'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PatrolAnswer } from '#wire/http/responsibility.ts';
import { covers } from '#domain/account/scope.ts';
import { isCityCode } from '#domain/place/code.ts';
import { PageHead } from '../../frame/PageHead.tsx';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import parts from '../../frame/page-parts.module.css';
import { useAnswer } from '../../frame/use-answer.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import { dayAndMinuteText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import { GridTable } from './GridTable.tsx';
import { PatrolMap } from './PatrolMap.tsx';
import { PlaceTable } from './PlaceTable.tsx';
import styles from './patrol.module.css';
import { SPANS, usePatrolQuestion, type Span } from './use-patrol-question.ts';

/** As many rows as the page takes: all of a large district, of a whole city those that need it most. */
const MOST_ROWS = 1_000;
const A_DAY = 24;

/** How responsibility grids are patrolled: which share of their unit grids collectors on duty were in, and where they are. */
export function PatrolPage() {
  const t = useTranslations('evaluation.patrol');
  const { language } = useLanguage();
  const { me, timeZone } = usePlaceOfWork();
  const { place, hours, ask } = usePatrolQuestion();
  const [chosen, setChosen] = useState<string | null>(null);
  // Outlines of a whole city's would be many megabytes: there the map shows districts.
  const geometry = isCityCode(place) ? '' : '&geometry=1';
  const address = `/api/v1/coverage/responsibility-grids?place=${place}&hours=${hours}&limit=${MOST_ROWS}${geometry}`;
  const [asked, again] = useAnswer<PatrolAnswer>(address);
  const answer = asked.state === 'ready' ? asked.answer : null;
  const [whole] = answer?.places ?? [];
  const above = placeAbove(place, me.scope);
  return (
    <>
      <PageHead title={t('title')} says={t('says')} />
      <div className={parts.bar}>
        <label className={parts.field}>
          {t('span')}
          <select
            value={hours}
            onChange={(event) => ask({ hours: Number(event.target.value) as Span })}
            data-testid="hours"
          >
            {SPANS.map((one) => (
              <option key={one} value={one}>
                {one < A_DAY ? t('hours', { hours: one }) : t('days', { days: one / A_DAY })}
              </option>
            ))}
          </select>
        </label>
        {above !== null && (
          <button type="button" className={parts.button} onClick={() => ask({ place: above })} data-testid="up">
            ↑ {t('up')}
          </button>
        )}
        <button type="button" className={parts.button} onClick={again}>
          {t('again')}
        </button>
        {answer !== null && whole !== undefined && (
          <span className={parts.count} role="status">
            {t('counted', {
              grids: countText(whole.responsibilityGrids),
              assigned: countText(whole.assigned),
              all: countText(whole.unitGrids),
              since: dayAndMinuteText(answer.since, timeZone, language),
            })}
          </span>
        )}
      </div>
      {asked.state !== 'ready' && <Waiting asked={asked} again={again} />}
      {asked.state === 'ready' && (
        <div className={`${styles.panes} ${asked.fresh ? '' : styles.stale}`} aria-busy={!asked.fresh}>
          <div className={styles.tables}>
            <PlaceTable places={asked.answer.places} onOpen={(code) => ask({ place: code })} />
            <h2>
              {t('grids')}{' '}
              {asked.answer.total > asked.answer.grids.length && (
                <small>
                  {t('first', { shown: countText(asked.answer.grids.length), all: countText(asked.answer.total) })}
                </small>
              )}
            </h2>
            <GridTable grids={asked.answer.grids} chosen={chosen} onChoose={setChosen} />
            <p className={styles.foot}>{t('foot')}</p>
          </div>
          <PatrolMap
            answer={asked.answer}
            chosen={chosen}
            onOpen={(code) => ask({ place: code })}
            onChoose={setChosen}
          />
        </div>
      )}
    </>
  );
}

/** The place one level up, as far as somebody's reach goes; null at its top. */
function placeAbove(place: string, scope: string): string | null {
  if (place === scope) return null;
  const above = place.length > 6 ? place.slice(0, place.length - 3) : scope;
  return covers(scope, above) ? above : scope;
}
