'use client';
import { useCallback, useEffect, useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { DeskViewAnswer, SavedFilter } from '#wire/http/desk.ts';
import { useStored } from '../../stores/use-summary.ts';
import { newRequestId } from '../acts/act-runner.ts';
import { DeskPopup } from '../bar/DeskPopup.tsx';
import { useDesk } from '../DeskProvider.tsx';
import type { QueueFilter } from '../queue/filter.ts';
import { listViews, removeView, saveView } from './desk-view-api.ts';
import styles from './views.module.css';

/** Kept views of the queue: one's own and those that others share, to go to, keep and forget. */
export function ViewsDialog() {
  const t = useTranslations('queues.kept');
  const desk = useDesk();
  const { views: open } = useStored(desk.view, 0);
  return (
    <DeskPopup
      open={open}
      onOpenChange={(next) => desk.fold({ views: next })}
      testId="views"
      title={t('title')}
      close={t('close')}
    >
      <Views />
    </DeskPopup>
  );
}

function Views() {
  const t = useTranslations('queues.kept');
  const desk = useDesk();
  const [views, setViews] = useState<readonly DeskViewAnswer[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [reads, setReads] = useState(0);
  const read = useCallback(() => setReads((before) => before + 1), []);
  useEffect(() => {
    let gone = false;
    const answered = (found: readonly DeskViewAnswer[] | null): void => {
      if (gone) return;
      setFailed(found === null);
      if (found !== null) setViews(found);
    };
    listViews().then(answered, (error: unknown) => {
      console.info('the kept views could not be read', error);
      answered(null);
    });
    return () => {
      gone = true;
    };
  }, [reads]);
  const go = ({ filter }: DeskViewAnswer): void => {
    desk.show('alerts');
    desk.queues.alerts.setFilter(filter);
    desk.fold({ views: false });
  };
  return (
    <>
      {failed && <p role="alert">{t('failed')}</p>}
      {views?.length === 0 && <p className={styles.none}>{t('none')}</p>}
      <ul className={styles.list}>
        {(views ?? []).map((view) => (
          <li key={view.id}>
            <button type="button" className={styles.go} onClick={() => go(view)} data-testid="view">
              <b>{view.name}</b>
              <span>{view.mine ? (view.shared ? t('sharedByMe') : t('mine')) : t('by', { name: view.owner })}</span>
            </button>
            {view.mine && (
              <button
                type="button"
                onClick={() => void removeView(view.id).then(read)}
                aria-label={t('remove', { name: view.name })}
              >
                ✕
              </button>
            )}
          </li>
        ))}
      </ul>
      <Keep onKept={read} />
    </>
  );
}

/** Keeps what the queue of alerts shows now under a name. */
function Keep({ onKept }: { onKept: () => void }) {
  const t = useTranslations('queues.kept');
  const desk = useDesk();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [refused, setRefused] = useState(false);
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    const filter = savedOf(desk.queues.alerts.filter);
    void saveView(newRequestId(), { name: name.trim(), shared, filter }).then((kept) => {
      setRefused(!kept);
      if (kept) setName('');
      onKept();
    });
  };
  return (
    <form className={styles.keep} onSubmit={keep}>
      <input
        value={name}
        maxLength={40}
        onChange={(event) => setName(event.target.value)}
        placeholder={t('name')}
        aria-label={t('name')}
        data-testid="view-name"
      />
      <label>
        <input
          type="checkbox"
          checked={shared}
          onChange={(event) => setShared(event.target.checked)}
          data-testid="view-shared"
        />{' '}
        {t('share')}
      </label>
      <button type="submit" disabled={name.trim() === ''} data-testid="view-keep">
        {t('keep')}
      </button>
      {refused && <span role="alert">{t('refused')}</span>}
    </form>
  );
}

/** What of a filter is kept: views of other queues do not apply to alerts. */
export function savedOf({ view, text, district, stage, grouping }: QueueFilter): SavedFilter {
  const kept = view === 'untaken' || view === 'mine' || view === 'shelved' ? view : 'all';
  return { view: kept, text, district, stage, grouping };
}
