'use client';
import { useState, type DragEvent, type ReactNode } from 'react';
import styles from './file-drop.module.css';

type Props = {
  /** Endings that the browser's own window offers, as `accept` has them. */
  accept: string;
  onFile: (file: File) => void;
  /** What stands in it: first in bold what to do or what was taken, then more of it. */
  children: ReactNode;
};

/** Where a file is dropped, or picked after a click or a key. */
export function FileDrop({ accept, onFile, children }: Props) {
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file !== undefined) onFile(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <label
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        type="file"
        accept={accept}
        onChange={(event) => {
          take(event.target.files);
          // The same file mended and picked again is a change too.
          event.target.value = '';
        }}
        data-testid="file"
      />
      {children}
    </label>
  );
}
