'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import type { ComponentAnswer, NearComponentsAnswer } from '#wire/http/component.ts';
import { readComponent, readNearComponents } from '../api.ts';
import { useDesk } from '../DeskProvider.tsx';
import { useNames } from '../names/use-names.ts';
import { distanceText } from '../clock/words.ts';
import styles from './side.module.css';

const CASES_SHOWN = 4;

type Found = { asked: string; tied: ComponentAnswer | null; near: NearComponentsAnswer['components'] };

/** The component that a case names, with its other cases; where it names none, the nearest of its subclass. */
export function ComponentFacts({ summary, component }: Pick<CaseDetailAnswer, 'summary' | 'component'>) {
  const t = useTranslations('desk.component');
  const desk = useDesk();
  const names = useNames();
  const [found, setFound] = useState<Found | null>(null);
  const { lon, lat } = summary.position ?? {};
  const category = summary.categoryKey?.includes(':component:') === true ? summary.categoryKey : null;
  const asked = `${component ?? ''} ${lon ?? ''} ${lat ?? ''} ${category ?? ''}`;

  useEffect(() => {
    let wanted = true;
    const ask = async (): Promise<void> => {
      const tied = component === null ? null : await readComponent(component);
      const wantsNear = component === null && category !== null && lon !== undefined && lat !== undefined;
      const near = wantsNear ? await readNearComponents(lon, lat, category) : [];
      if (wanted) setFound({ asked, tied, near });
    };
    ask().catch((error: unknown) => console.info('components could not be read', error));
    return () => {
      wanted = false;
    };
  }, [asked, component, category, lon, lat]);

  if (component === null && category === null) return null;
  const current = found?.asked === asked ? found : null;
  const tied = current?.tied ?? null;
  const history = tied?.cases.filter(({ number }) => number !== summary.number) ?? [];
  return (
    <section className={styles.block} aria-label={t('title')} data-testid="component-facts">
      <h2>
        {t('title')}
        {component === null && <small>{t('suggested')}</small>}
      </h2>
      {component !== null && (
        <dl>
          <div>
            <dt>{t('code')}</dt>
            <dd>{component}</dd>
          </div>
          {tied !== null && (
            <div>
              <dt>{t('state')}</dt>
              <dd>
                {t(`states.${tied.component.state}`)}
                {tied.component.simulated && ` · ${t('simulated')}`}
              </dd>
            </div>
          )}
          {tied !== null && tied.component.owner !== '' && (
            <div>
              <dt>{t('owner')}</dt>
              <dd>{tied.component.owner}</dd>
            </div>
          )}
        </dl>
      )}
      {component !== null && current !== null && tied === null && <p className={styles.none}>{t('unknown')}</p>}
      {tied !== null && <p className={styles.none}>{t('history', { count: history.length })}</p>}
      {component === null && current?.near.length === 0 && <p className={styles.none}>{t('noneNear')}</p>}
      <ul>
        {history.slice(0, CASES_SHOWN).map(({ id, number, categoryKey, conditionNo }) => (
          <li key={id}>
            <button type="button" onClick={() => desk.openCase(number, id)}>
              <b>{names.category(categoryKey, conditionNo)}</b>
            </button>
            <span className={styles.number}>{number}</span>
          </li>
        ))}
        {(current?.near ?? []).map(({ code, categoryKey, metres }) => (
          <li key={code}>
            <b>{names.category(categoryKey, null)}</b>
            <span>{code}</span>
            <span className={styles.number}>{distanceText(metres)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
