import styles from './key.module.css';

/** A key as it is printed on the keyboard. */
export function Key({ children, quiet }: { children: string; quiet?: boolean }) {
  return (
    <kbd className={styles.key} data-quiet={quiet || undefined}>
      {children}
    </kbd>
  );
}
