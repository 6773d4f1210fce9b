'use client';
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { isEnd } from '#domain/case/stage.ts';
import type { ComponentAnswer } from '#wire/http/component.ts';
import type { MapArea } from '../../frame/area-map-style.ts';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import { useAnswer } from '../../frame/use-answer.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import parts from '../../frame/page-parts.module.css';
import { dayAndMinuteText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { nameOr } from '../names.ts';
import { geometryOf, type PlacesAnswer } from '../places/place-answers.ts';
import { communityOf } from './register-question.ts';
import panes from '../../frame/panes.module.css';
import styles from './components.module.css';

const AreaMap = dynamic(() => import('../../frame/AreaMap.tsx'), { ssr: false });

/** One component: where it stands among the unit grids, its facts, and its own history of cases. */
export function ComponentPane({ code, onClose }: { code: string; onClose: () => void }) {
  const t = useTranslations('register');
  const [asked, again] = useAnswer<ComponentAnswer>(`/api/v1/components/${code}`);
  const answer = asked.state === 'ready' && asked.fresh ? asked.answer : null;
  return (
    <aside className={panes.pane} aria-label={code} data-testid="component">
      {answer === null ? (
        <Waiting asked={asked.state === 'failed' ? asked : { state: 'asking' }} again={again} />
      ) : (
        <>
          <WhereItStands component={answer.component} />
          <div className={panes.about} tabIndex={0} role="group" aria-label={code}>
            <Facts component={answer.component} onClose={onClose} />
            <h3>{t('history')}</h3>
            <History cases={answer.cases} />
          </div>
        </>
      )}
    </aside>
  );
}

type Shown = ComponentAnswer['component'];

/** Its unit grid among those of the same community, and the component in it. */
function WhereItStands({ component }: { component: Shown }) {
  const t = useTranslations('register');
  const community = communityOf(component.gridCode);
  const [asked] = useAnswer<PlacesAnswer>(community === null ? null : `/api/v1/places?parent=${community}&geometry=1`);
  const areas = useMemo(
    (): MapArea[] =>
      asked.state !== 'ready'
        ? []
        : asked.answer.places.flatMap((place) => {
            const geometry = geometryOf(place);
            return geometry === null ? [] : [{ code: place.code, geometry, fill: null }];
          }),
    [asked],
  );
  const labels = useMemo(() => [{ key: component.code, ...component.position }], [component]);
  return (
    <AreaMap
      label={t('map')}
      areas={areas}
      labels={labels}
      chosen={component.gridCode}
      around={component.position}
      className={styles.small ?? ''}
    />
  );
}

function Facts({ component, onClose }: { component: Shown; onClose: () => void }) {
  const t = useTranslations('register');
  const { names } = usePlaceOfWork();
  const { language } = useLanguage();
  const category = names.category(component.categoryKey);
  const place = names.place(component.code.slice(0, 6));
  const facts: readonly (readonly [string, string | null])[] = [
    [t('code'), component.code],
    [t('state'), t(`stateOf.${component.state}`)],
    [t('owner'), component.owner],
    [t('maintainer'), component.maintainer],
    [t('supervisor'), component.supervisor],
    [t('district'), place === null ? null : nameOr(language, place)],
    [t('grid'), component.gridCode],
    [t('position'), `${component.position.lon.toFixed(6)}, ${component.position.lat.toFixed(6)}`],
    [t('accuracy'), component.accuracy],
    [t('installed'), component.installedOn],
    [t('changed'), component.changedOn],
    [t('system'), component.categoryKey],
    [t('scheme'), component.scheme],
    [t('source'), component.source],
    [t('note'), component.note],
  ];
  return (
    <>
      <header>
        <h2>
          {category === null ? component.name : nameOr(language, category)}{' '}
          {component.simulated && <span className={parts.tag}>{t('simulated')}</span>}
        </h2>
        <button type="button" className={parts.link} onClick={onClose}>
          {t('close')}
        </button>
      </header>
      <dl>
        {facts.map(([name, value]) =>
          value === null || value === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  );
}

function History({ cases }: { cases: ComponentAnswer['cases'] }) {
  const t = useTranslations('register');
  const phases = useTranslations('desk.phase');
  const { names, timeZone } = usePlaceOfWork();
  const { language } = useLanguage();
  if (cases.length === 0) return <p className={parts.note}>{t('noHistory')}</p>;
  return (
    <ol className={styles.cases} data-testid="component-cases">
      {cases.map((one) => {
        const category = names.category(one.categoryKey);
        const condition = category?.conditions?.find(({ no }) => no === one.conditionNo);
        return (
          <li key={one.id}>
            <p>
              <b>{one.number}</b> <span data-open={!isEnd(one.phase)}>{phases(one.phase)}</span>
            </p>
            <p>
              {dayAndMinuteText(one.reportedAt, timeZone, language)} {t('reported')}
              {condition !== undefined && ` · ${language === 'zh' ? condition.zh : condition.en}`}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
