'use client';
import { useTranslations } from 'use-intl';
import { useCanAct } from '../../bar/LinkBanner.tsx';
import { useStored } from '../../../stores/use-summary.ts';
import { useDesk } from '../../DeskProvider.tsx';
import { keyOfCommand } from '../../keys/desk-commands.ts';
import { Key } from '../../shapes/Key.tsx';
import { BulkForm } from './BulkForm.tsx';
import { BulkHeld } from './BulkHeld.tsx';
import { BulkResults } from './BulkResults.tsx';
import { BULK_ACTS } from './bulk.ts';
import styles from './bulk.module.css';

/** What may be done on all that is picked; the question before it, and how it went for each. */
export function BulkPane({ marked }: { marked: number }) {
  const t = useTranslations('queues.bulk');
  const desk = useDesk();
  const state = useStored(desk.bulk, 0);
  const canAct = useCanAct();
  if (state.phase === 'asking') return <BulkForm act={state.act} cases={state.cases} input={state.input} />;
  if (state.phase === 'held') return <BulkHeld state={state} />;
  if (state.phase !== 'idle') return <BulkResults state={state} />;
  if (marked === 0) return null;
  return (
    <section className={styles.bar} aria-label={t('title')} data-testid="bulk">
      <p className={styles.head}>
        <b data-testid="bulk-count">{t('picked', { count: marked })}</b>
        <button type="button" onClick={() => desk.queue.unmark()} data-testid="bulk-clear">
          <Key quiet>Esc</Key> {t('clear')}
        </button>
      </p>
      <div className={styles.acts}>
        {BULK_ACTS.map((act) => (
          <button
            key={act}
            type="button"
            disabled={!canAct && act !== 'export'}
            onClick={() => desk.askBulk(act)}
            data-testid={`bulk-${act}`}
          >
            <Key>{keyOfCommand(act)}</Key> {t(`act.${act}`)}
          </button>
        ))}
      </div>
    </section>
  );
}
