'use client';
import { Dialog } from '@base-ui/react/dialog';
import { useTranslations } from 'use-intl';
import { LIMIT_SOURCES, type LoadLimits } from '#domain/alert/load-limits.ts';
import type { Load } from '#wire/load.ts';
import { useStored } from '../../stores/use-summary.ts';
import { useDesk } from '../DeskProvider.tsx';
import { Key } from '../shapes/Key.tsx';
import styles from './load.module.css';

const MEANINGS = [
  ['perOfficer', ['manageable']],
  ['flood', ['floodAbove', 'calmBelow']],
  ['standing', ['standingHours']],
  ['stale', ['staleHours']],
  ['chattering', ['chatteringTimes']],
  ['shelved', ['shelveHours']],
] as const satisfies readonly (readonly [string, readonly (keyof LoadLimits)[]])[];

/** What each number of the load counts, by which limits, and from where those are. */
export function LoadMeaning({ load }: { load: Load }) {
  const t = useTranslations('queues.load');
  const desk = useDesk();
  const { load: open } = useStored(desk.view, 0);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => desk.fold({ load: next })}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} data-testid="load-meaning">
          <Dialog.Title className={styles.heading}>{t('means')}</Dialog.Title>
          <dl>
            {MEANINGS.map(([what, limits]) => (
              <div key={what}>
                <dd>{t(`define.${what}`, { ...load.limits })}</dd>
                <dd className={styles.source}>
                  {t('source', { source: limits.map((limit) => LIMIT_SOURCES[limit]).join('; ') })}
                </dd>
              </div>
            ))}
          </dl>
          <Dialog.Close className={styles.close}>
            <Key>Esc</Key> {t('close')}
          </Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
