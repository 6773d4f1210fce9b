'use client';
import { useTranslations } from 'use-intl';
import type { BriefingList } from '#domain/briefing/briefing-list.ts';
import type { Me } from '#wire/http/me.ts';
import styles from './briefing.module.css';

type Props = {
  lists: readonly BriefingList[];
  me: Me;
  chosen: string | null;
  onChoose: (id: string) => void;
  onNew: () => void;
};

/** One's own lists and those that others share. */
export function ListChoice({ lists, me, chosen, onChoose, onNew }: Props) {
  const t = useTranslations('briefing');
  return (
    <>
      <h2>{t('lists')}</h2>
      {lists.map(({ id, name, owner, shared, steps }) => (
        <button
          key={id}
          type="button"
          className={styles.row}
          aria-pressed={id === chosen}
          onClick={() => onChoose(id)}
          data-testid="list"
        >
          <b>{name}</b>
          <span>
            {t('stepCount', { count: steps.length })}
            {owner.id === me.id ? (shared ? ` · ${t('shared')}` : '') : ` · ${t('of', { name: owner.name })}`}
          </span>
        </button>
      ))}
      <button type="button" className={styles.button} onClick={onNew} data-testid="new-list">
        ＋ {t('newList')}
      </button>
    </>
  );
}
