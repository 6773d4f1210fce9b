'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAnswer } from '../../frame/use-answer.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { nameOr } from '../names.ts';
import type { Place, PlacesAnswer } from './place-answers.ts';
import styles from './places.module.css';

type Shared = { open: string | null; onOpen: (place: Place) => void };

/** The places by their parents; what lies below one is asked for when it is unfolded. */
export function PlaceTree({ roots, ...shared }: Shared & { roots: readonly Place[] }) {
  const t = useTranslations('admin.places');
  return (
    <nav className={styles.tree} aria-label={t('tree')} data-testid="place-tree">
      <ul>
        {roots.map((place) => (
          <Branch key={place.code} place={place} unfolded {...shared} />
        ))}
      </ul>
    </nav>
  );
}

function Branch({ place, unfolded, open, onOpen }: Shared & { place: Place; unfolded: boolean }) {
  const t = useTranslations('admin.places');
  const { language } = useLanguage();
  const [wide, setWide] = useState(unfolded);
  const name = nameOr(language, place);
  return (
    <li>
      <div className={styles.branch}>
        {place.level === 'grid' ? (
          <span />
        ) : (
          <button
            type="button"
            aria-expanded={wide}
            aria-label={t(wide ? 'fold' : 'unfold', { name })}
            onClick={() => setWide(!wide)}
          >
            {wide ? '▾' : '▸'}
          </button>
        )}
        <button type="button" aria-current={open === place.code ? 'true' : undefined} onClick={() => onOpen(place)}>
          <span>{name}</span>
          <em>{place.code}</em>
        </button>
      </div>
      {wide && <Below parent={place.code} open={open} onOpen={onOpen} />}
    </li>
  );
}

function Below({ parent, ...shared }: Shared & { parent: string }) {
  const t = useTranslations('admin.places');
  const [asked, again] = useAnswer<PlacesAnswer>(`/api/v1/places?parent=${parent}`);
  if (asked.state !== 'ready') return <Waiting asked={asked} again={again} />;
  if (asked.answer.places.length === 0) return <p className={styles.nothing}>{t('nothingBelow')}</p>;
  return (
    <ul>
      {asked.answer.places.map((place) => (
        <Branch key={place.code} place={place} unfolded={false} {...shared} />
      ))}
    </ul>
  );
}
