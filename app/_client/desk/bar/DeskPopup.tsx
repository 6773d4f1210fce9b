'use client';
import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { Key } from '../shapes/Key.tsx';
import styles from './desk-popup.module.css';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  testId: string;
  title: string;
  says?: string;
  /** What the key that leaves it does, in words. */
  close: string;
  width?: 'list' | 'text' | 'form';
  /** False: whoever opened it sees to where the keyboard goes when it is left. */
  finalFocus?: false;
  children: ReactNode;
};

/** Something laid over the desk until it is left. */
export function DeskPopup(props: Props) {
  const { open, onOpenChange, testId, title, says, close, width = 'form', finalFocus, children } = props;
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} data-width={width} data-testid={testId} finalFocus={finalFocus}>
          <Dialog.Title className={styles.title}>{title}</Dialog.Title>
          {says !== undefined && <Dialog.Description className={styles.says}>{says}</Dialog.Description>}
          {children}
          <Dialog.Close className={styles.close}>
            <Key>Esc</Key> {close}
          </Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
