'use client';
import { Combobox } from '@base-ui/react/combobox';
import { useTranslations } from 'use-intl';
import styles from './acts.module.css';

/** One line of a list of choices. `value` is a code or key; a suggested one is marked. */
export type Choice = { readonly value: string; readonly label: string; readonly suggested?: boolean };

/** A list shows no more lines at once: typing narrows it. */
export const MOST_SHOWN = 60;

/** The text field of a Combobox.Root with its list under it: typing narrows it, Enter chooses. */
export function ChoiceField(props: { id: string; label: string; none: string; first?: boolean; disabled?: boolean }) {
  const t = useTranslations('desk.form');
  const { id, label, none, first = false, disabled = false } = props;
  return (
    <>
      <Combobox.Input
        id={`desk-${id}`}
        className={styles.text}
        placeholder={label}
        aria-label={label}
        disabled={disabled}
        data-first={first || undefined}
        data-testid={id}
      />
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} align="start" className={styles.positioner}>
          <Combobox.Popup className={styles.popup}>
            <Combobox.Empty className={styles.noOption}>{none}</Combobox.Empty>
            <Combobox.List className={styles.options}>
              {(choice: Choice) => (
                <Combobox.Item key={choice.value} value={choice} className={styles.option} data-testid={`${id}-option`}>
                  {choice.label}
                  {choice.suggested === true && <em>{t('suggested')}</em>}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </>
  );
}

/**
 * What Escape in a closed list does: it goes on to the form, which closes. Of itself the list would throw away what was
 * chosen. True when the change is such a one and nothing is to be done.
 */
export function leavesByEscape(details: {
  readonly reason: string;
  readonly cancel: () => void;
  readonly allowPropagation: () => void;
}): boolean {
  if (details.reason !== 'escape-key') return false;
  details.cancel();
  details.allowPropagation();
  return true;
}
