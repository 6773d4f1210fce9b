'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import parts from '../../frame/page-parts.module.css';
import styles from './screens.module.css';

/** A screen's name, changed where it stands. What is typed stays while the list is read again behind it. */
export function NameField({ label, onName }: { label: string; onName: (label: string) => void }) {
  const t = useTranslations('screens.acts');
  const [edited, setEdited] = useState<string | null>(null);
  const shown = edited ?? label;
  const change = shown.trim();
  return (
    <form
      className={styles.name}
      onSubmit={(event) => {
        event.preventDefault();
        onName(change);
        setEdited(null);
      }}
    >
      <label className={parts.field}>
        {t('name')}
        <input value={shown} maxLength={60} onChange={(event) => setEdited(event.target.value)} data-testid="name" />
      </label>
      <button type="submit" className={parts.button} disabled={change === label} data-testid="rename">
        {t('rename')}
      </button>
    </form>
  );
}
