'use client';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { TickingText } from '../../realtime/TickingText.tsx';
import { distanceText, whenText } from '../clock/words.ts';
import { findNumber } from '../api.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { useNames } from '../names/use-names.ts';
import { StateShape } from '../shapes/StateShape.tsx';
import type { NearCase } from './similar-cases.ts';
import { SIMILAR_WITHIN_M } from './use-similar.ts';
import styles from './side.module.css';

const SHOWN = 4;

type Props = { similar: readonly NearCase[]; hasPosition: boolean; district: string | null };

/** Open cases nearby that may be the same problem. */
export function SimilarCases({ similar, hasPosition, district }: Props) {
  const t = useTranslations('desk.similar');
  const desk = useDesk();
  const names = useNames();
  const [missing, setMissing] = useState<number | null>(null);
  const now = desk.picture.now();
  const show = async (near: NearCase): Promise<void> => {
    const category = desk.picture.dictionary.value?.categories[near.category]?.key ?? null;
    const known = desk.queues.alerts.itemOf(near.id)?.caseNumber;
    const number = known ?? (await findNumber(near.id, { place: district, category }));
    if (number === null) setMissing(near.id);
    else desk.openCase(number, near.id);
  };
  return (
    <section className={styles.block} aria-label={t('title', { metres: SIMILAR_WITHIN_M })} data-testid="similar">
      <h2>
        {t('title', { metres: SIMILAR_WITHIN_M })}
        <small>{t('count', { count: similar.length })}</small>
      </h2>
      {similar.length === 0 && <p className={styles.none}>{hasPosition ? t('none') : t('noPosition')}</p>}
      <ul>
        {similar.slice(0, SHOWN).map((near) => {
          const key = desk.picture.dictionary.value?.categories[near.category]?.key ?? null;
          return (
            <li key={near.id}>
              <button type="button" onClick={() => void show(near)}>
                <StateShape shape={near.supervised ? 'supervised' : shapeOf(near, now)} />
                <b>{names.category(key, null)}</b>
              </button>
              <span />
              <span className={styles.number}>{distanceText(near.metres)}</span>
              {missing === near.id ? <span>{t('gone')}</span> : <Due dueAt={near.dueAt} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function shapeOf({ dueAt, warnAt }: NearCase, now: number): 'timed-out' | 'due-soon' | 'calm' {
  if (dueAt !== null && now > dueAt) return 'timed-out';
  return warnAt !== null && now >= warnAt ? 'due-soon' : 'calm';
}

function Due({ dueAt }: { dueAt: number | null }) {
  const t = useTranslations('desk.similar');
  const { language } = useLanguage();
  const zone = useTimeZone();
  const due = useCallback(
    (now: number) => (dueAt === null ? t('noClock') : t('due', { when: whenText(dueAt, now, zone, language) })),
    [dueAt, zone, language, t],
  );
  return <TickingText textAt={due} className={styles.age} />;
}
