'use client';
import { useTranslations } from 'use-intl';
import parts from '../../frame/page-parts.module.css';
import { countText } from '../../i18n/numbers.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import type { ListPreview } from './list-answers.ts';
import { useListWords } from './list-words.ts';
import styles from './lists.module.css';

type Props = { kind: string; preview: ListPreview; busy: boolean; onApply: () => void };

/** Puts the file in force after one more question that says what it does; or why it cannot be. */
export function ApplyStep({ kind, preview, busy, onApply }: Props) {
  const t = useTranslations('admin.lists');
  const words = useListWords();
  const { counts, problems, applicable } = preview;
  const changes = counts.added + counts.changed + counts.removed;
  if (!applicable)
    return (
      <p className={styles.refused} data-testid="not-applicable">
        <b>{t('cannot')}</b> {t('cannotSays', { count: countText(problems.filter(({ refuses }) => refuses).length) })}
      </p>
    );
  if (changes === 0) return <p data-testid="no-change">{t('nothingChanges')}</p>;
  const sums = t('sums', {
    added: countText(counts.added),
    changed: countText(counts.changed),
    removed: countText(counts.removed),
  });
  return (
    <div className={styles.act}>
      <ConfirmDialog
        trigger={
          <button type="button" className={parts.button} data-main disabled={busy} data-testid="apply">
            {busy ? t('applying') : t('apply')}
          </button>
        }
        title={t('confirmTitle', { name: words.name(kind) })}
        lines={[sums, words.effect(kind), t('confirmUndo')]}
        yes={t('apply')}
        onYes={onApply}
      />
      <span className={parts.note}>{sums}</span>
    </div>
  );
}
