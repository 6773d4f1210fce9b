'use client';
import { useCallback, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { STAGES, type Stage } from '#domain/case/stage.ts';
import { shortNameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import type { DictionaryStore } from '../../stores/dictionary-store.ts';
import { useSummary } from '../../stores/use-summary.ts';
import { useDesk } from '../DeskProvider.tsx';
import { Key } from '../shapes/Key.tsx';
import { GROUPINGS, type Grouping } from './alerts/grouping.ts';
import type { QueueFilter } from './filter.ts';
import { useQueue } from './use-queue.ts';
import styles from './queue.module.css';

const NO_PLACES: readonly never[] = [];

/** Words, district and stage by which the queue is narrowed, and how much it leaves out. */
export function FilterBar({ filter, passing, all }: { filter: QueueFilter; passing: number; all: number }) {
  const t = useTranslations('desk.queue');
  const stages = useTranslations('desk.stage');
  const { picture } = useDesk();
  const { queue } = useQueue();
  const { language } = useLanguage();
  const places = useSummary(picture.dictionary, readPlaces);
  const leave = useCallback((event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
  }, []);
  return (
    <div className={styles.filter}>
      <Key>/</Key>
      <input
        id="desk-filter"
        type="search"
        value={filter.text}
        onChange={(event) => queue.setFilter({ text: event.target.value })}
        onKeyDown={leave}
        placeholder={t('words')}
        aria-label={t('words')}
        data-testid="filter-text"
      />
      <select
        value={filter.district ?? ''}
        onChange={(event) => queue.setFilter({ district: event.target.value || null })}
        aria-label={t('district')}
        data-testid="filter-district"
      >
        <option value="">{t('allDistricts')}</option>
        {places.map((place) => (
          <option key={place.code} value={place.code}>
            {shortNameIn(language, place)}
          </option>
        ))}
      </select>
      <select
        value={filter.stage ?? ''}
        onChange={(event) => queue.setFilter({ stage: (event.target.value || null) as Stage | null })}
        aria-label={t('stage')}
        data-testid="filter-stage"
      >
        <option value="">{t('allStages')}</option>
        {STAGES.map((stage) => (
          <option key={stage} value={stage}>
            {stages(stage)}
          </option>
        ))}
      </select>
      {passing < all && <span className={styles.passing}>{t('passing', { passing, all })}</span>}
    </div>
  );
}

/** How the queue is folded into cards. */
export function GroupingChoice({ grouping }: Pick<QueueFilter, 'grouping'>) {
  const groupings = useTranslations('queues.grouping');
  const { queue } = useQueue();
  return (
    <select
      id="desk-grouping"
      value={grouping}
      onChange={(event) => queue.setFilter({ grouping: event.target.value as Grouping })}
      aria-label={groupings('title')}
      aria-keyshortcuts="Shift+O"
      data-testid="grouping"
    >
      {GROUPINGS.map((one) => (
        <option key={one} value={one}>
          {groupings(one)}
        </option>
      ))}
    </select>
  );
}

function readPlaces(names: DictionaryStore) {
  return names.value?.places.filter(({ level }) => level === 'district') ?? NO_PLACES;
}
