'use client';
import { useTranslations } from 'use-intl';
import type { StandingWall } from '#domain/wall/standing.ts';
import parts from '../../frame/page-parts.module.css';
import type { Saving } from './use-saving.ts';
import { differences, draftOf, type WallDraft } from './wall-draft.ts';
import styles from './walls.module.css';

/** Somebody stored the wall in between: which parts differ from this draft, and the two ways on. */
export function ConflictBox({ theirs, draft, saving }: { theirs: StandingWall; draft: WallDraft; saving: Saving }) {
  const t = useTranslations('walls.conflict');
  const differ = differences(draftOf(theirs), draft);
  return (
    <section className={styles.conflict} role="alert" data-testid="conflict">
      <p>{t('says')}</p>
      <p>{t('differ', { what: differ.map((part) => t(part)).join(t('and')) })}</p>
      <div className={styles.buttons}>
        <button type="button" className={parts.button} onClick={() => saving.take(theirs)} data-testid="take-theirs">
          {t('take')}
        </button>
        <button type="button" className={parts.button} onClick={() => void saving.save(theirs)} data-testid="keep-mine">
          {t('keep')}
        </button>
      </div>
    </section>
  );
}
