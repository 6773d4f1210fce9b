'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BriefingList } from '#domain/briefing/briefing-list.ts';
import type { Me } from '#wire/http/me.ts';
import { useWalls } from '../wall/use-walls.ts';
import { BriefingBar } from './BriefingBar.tsx';
import type { ListDraft } from './briefing-api.ts';
import { ListChoice } from './ListChoice.tsx';
import { ListEditor } from './ListEditor.tsx';
import { draftOf, newDraft } from './drafts.ts';
import { useLists } from './use-lists.ts';
import { WallChoice } from './WallChoice.tsx';
import styles from './briefing.module.css';

/** Before a briefing: which list, which walls, and begin. */
export function Prepare({ me, onStart }: { me: Me; onStart: (list: BriefingList, walls: readonly string[]) => void }) {
  const t = useTranslations('briefing');
  const walls = useWalls();
  const lists = useLists();
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const [draft, setDraft] = useState<ListDraft | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const [first] = walls;
  const chosen = (wanted ?? (first === undefined ? [] : [first.wall.id])).filter((id) =>
    walls.some(({ wall }) => wall.id === id),
  );
  const list = lists.all.find(({ id }) => id === (draft?.id ?? picked)) ?? (picked === null ? lists.all[0] : undefined);
  const mine = list === undefined || list.owner.id === me.id;
  const edited = draft ?? (list === undefined || !mine ? null : draftOf(list));
  const steps = edited?.steps ?? list?.steps ?? [];
  const pick = (id: string): void => {
    setPicked(id);
    setDraft(null);
  };
  const keep = async (): Promise<BriefingList | null> => {
    if (draft === null) return list ?? null;
    const saved = await lists.save(draft);
    if (saved !== null) pick(saved.id);
    return saved;
  };
  const begin = async (): Promise<void> => {
    const kept = await keep();
    if (kept !== null && kept.steps.length > 0 && chosen.length > 0) onStart(kept, chosen);
  };
  return (
    <div className={styles.prepare} data-testid="prepare">
      <BriefingBar me={me} title={t('title')} says={t('prepare')} />
      <main className={styles.columns}>
        <section className={styles.side} aria-label={t('lists')}>
          <ListChoice
            lists={lists.all}
            me={me}
            chosen={draft?.id ?? list?.id ?? null}
            onChoose={pick}
            onNew={() => setDraft(newDraft(t('newName'), first?.program.playlist ?? []))}
          />
        </section>
        <section className={styles.middle} aria-label={t('steps')}>
          {edited !== null ? (
            <ListEditor
              draft={edited}
              isNew={edited.version === 0}
              isChanged={draft !== null}
              says={lists.says}
              onChange={setDraft}
              onSave={() => void keep()}
              onRemove={() => void lists.remove(edited.id).then((gone) => gone && pick(''))}
            />
          ) : list === undefined ? (
            <p className={styles.empty}>{lists.ready ? t('noLists') : t('reading')}</p>
          ) : (
            <p className={styles.empty} data-testid="others-list">
              {t('othersList', { name: list.owner.name, count: list.steps.length })}
              <button
                type="button"
                className={styles.button}
                onClick={() => setDraft({ ...newDraft(list.name, []), steps: list.steps })}
              >
                {t('copy')}
              </button>
            </p>
          )}
        </section>
        <section className={styles.side} aria-label={t('walls')}>
          <WallChoice walls={walls} chosen={chosen} onChange={setWanted} />
        </section>
      </main>
      <footer className={styles.foot}>
        <button
          type="button"
          className={styles.next}
          disabled={steps.length === 0 || chosen.length === 0 || lists.busy}
          onClick={() => void begin()}
          data-testid="begin"
        >
          <b>{t('begin')}</b>
          <span>{t('beginSays', { steps: steps.length, walls: chosen.length })}</span>
        </button>
      </footer>
    </div>
  );
}
