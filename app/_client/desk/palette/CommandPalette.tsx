'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStored } from '../../stores/use-summary.ts';
import { DeskPopup } from '../bar/DeskPopup.tsx';
import { useDesk } from '../DeskProvider.tsx';
import { Key } from '../shapes/Key.tsx';
import { usePaletteEntries, type PaletteEntry } from './use-palette-entries.ts';
import styles from './palette.module.css';

/** Every command of the desk by its name, a case by its number, a kept view: found by typing, done by Enter. */
export function CommandPalette() {
  const t = useTranslations('desk.palette');
  const desk = useDesk();
  const { palette: open } = useStored(desk.view, 0);
  return (
    <DeskPopup
      open={open}
      onOpenChange={(next) => desk.fold({ palette: next })}
      testId="palette"
      title={t('title')}
      close={t('close')}
      finalFocus={false}
    >
      <Palette />
    </DeskPopup>
  );
}

function Palette() {
  const t = useTranslations('desk.palette');
  const desk = useDesk();
  const [query, setQuery] = useState('');
  const entries = usePaletteEntries(query);
  const choose = useChosen();
  return (
    <Autocomplete.Root
      inline
      open
      items={entries}
      mode="none"
      value={query}
      onValueChange={(value, { reason }) => reason === 'input-change' && setQuery(value)}
      itemToStringValue={(entry: PaletteEntry) => entry.name}
      autoHighlight="always"
      keepHighlight
    >
      <Autocomplete.Input
        className={styles.query}
        placeholder={t('placeholder')}
        aria-label={t('placeholder')}
        spellCheck={false}
        data-testid="palette-query"
      />
      <Autocomplete.Empty className={styles.none}>{entries.length === 0 ? t('none') : null}</Autocomplete.Empty>
      <Autocomplete.List className={styles.list}>
        {(entry: PaletteEntry) => (
          <Autocomplete.Item
            key={entry.id}
            value={entry}
            className={styles.entry}
            aria-disabled={entry.why !== null}
            onClick={() => {
              if (entry.why !== null) return;
              choose(entry.run);
              desk.fold({ palette: false });
            }}
            data-testid={`palette-${entry.id}`}
          >
            <span className={styles.name}>{entry.name}</span>
            {entry.why !== null && <em>{entry.why}</em>}
            {entry.kind !== 'command' && <em>{t(`kind.${entry.kind}`)}</em>}
            {entry.key !== '' && <Key quiet={entry.why !== null}>{entry.key}</Key>}
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}

/**
 * Takes what is to be done once the palette has gone: only then does the page have its keyboard back. It goes to where it
 * was before, so that a command means what it would have meant there.
 */
function useChosen(): (run: () => void) => void {
  const desk = useDesk();
  const chosen = useRef<(() => void) | null>(null);
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (desk.view.value.palette) return;
      setTimeout(() => {
        if (before instanceof HTMLElement) before.focus({ preventScroll: true });
        chosen.current?.();
      });
    },
    [desk, before],
  );
  return (run) => {
    chosen.current = run;
  };
}
