'use client';
import { AlertDialog } from '@base-ui/react/alert-dialog';
import type { ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import parts from '../../frame/page-parts.module.css';
import styles from './lists.module.css';

type Props = { trigger: ReactElement; title: string; lines: readonly string[]; yes: string; onYes: () => void };

/** A question before something that many will notice. It begins on the way out. */
export function ConfirmDialog({ trigger, title, lines, yes, onYes }: Props) {
  const t = useTranslations('admin.lists');
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger render={trigger} />
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.backdrop} />
        <AlertDialog.Popup className={styles.popup} data-testid="confirm">
          <AlertDialog.Title className={styles.popupTitle}>{title}</AlertDialog.Title>
          <AlertDialog.Description render={<div />} className={styles.popupSays}>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </AlertDialog.Description>
          <div className={styles.popupActs}>
            <AlertDialog.Close className={parts.button}>{t('no')}</AlertDialog.Close>
            <AlertDialog.Close className={parts.button} data-main onClick={onYes} data-testid="confirm-yes">
              {yes}
            </AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
