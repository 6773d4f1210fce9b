'use client';
import { useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DeskViewAnswer } from '#wire/http/desk.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useCanAct } from '../bar/LinkBanner.tsx';
import { useDesk } from '../DeskProvider.tsx';
import { DESK_COMMANDS, keyOfCommand, type CommandGroup, type DeskCommand } from '../keys/desk-commands.ts';
import { runCommand } from '../keys/run-command.ts';
import { whyNot } from '../keys/why-not.ts';
import { listViews } from '../views/desk-view-api.ts';
import { asCaseNumber, casesWith, commandName, found, wordsOfCommand, type Findable } from './palette-entries.ts';
import { useWhyWords } from './use-why-words.ts';

/** A line of the palette. `why`: the reason for which it can do nothing now. */
export type PaletteEntry = Findable & {
  readonly kind: 'command' | 'case' | 'view';
  readonly key: string;
  readonly why: string | null;
  readonly run: () => void;
};

/** So many cases are shown for a part of a number. */
const MOST_CASES = 6;

/** What one came for stands first: moves, then the case, the rest of the desk after it. */
const GROUPS: readonly CommandGroup[] = ['move', 'case', 'several', 'queue', 'desk'];

function byGroup(a: DeskCommand, b: DeskCommand): number {
  return GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group);
}

/** The palette does not offer itself, nor to leave what it has left already. */
function isOffered({ id }: DeskCommand): boolean {
  return id !== 'palette' && id !== 'leave';
}

/** What the palette finds for a query: commands, cases by their number, kept views. What is possible stands first. */
export function usePaletteEntries(query: string): readonly PaletteEntry[] {
  const desk = useDesk();
  const t = useTranslations('desk.palette');
  const { language } = useLanguage();
  const canAct = useCanAct();
  const words = useWhyWords();
  const views = useViews();
  // What each command can do is asked before the palette takes the keyboard out of the list.
  const [commands] = useState(() =>
    [...DESK_COMMANDS]
      .sort(byGroup)
      .filter(isOffered)
      .map(({ id }): PaletteEntry => {
        const why = whyNot(desk, id, canAct);
        const key = keyOfCommand(id);
        return {
          ...{ id, kind: 'command', key, name: commandName(id, language), words: wordsOfCommand(id, key) },
          ...{ why: why === null ? null : words(why), run: () => runCommand(desk, id) },
        };
      }),
  );
  return useMemo(() => {
    const kept = views.map((view): PaletteEntry => {
      const run = (): void => desk.goTo(view.filter);
      return { id: `view-${view.id}`, kind: 'view', key: '', name: view.name, words: [view.name], why: null, run };
    });
    const part = asCaseNumber(query);
    const rows = [...desk.picture.alerts.rows.values()].map(({ caseNumber }) => caseNumber);
    const cases = part === null ? [] : [...new Set([...casesWith(rows, part, MOST_CASES), part])];
    const opened = cases.map((number): PaletteEntry => {
      const run = (): void => desk.openCase(number);
      return {
        id: `case-${number}`,
        kind: 'case',
        key: '',
        name: t('openCase', { number }),
        words: [],
        why: null,
        run,
      };
    });
    const fit = found([...commands, ...kept], query);
    return [...opened, ...fit.filter(({ why }) => why === null), ...fit.filter(({ why }) => why !== null)];
  }, [commands, views, query, desk, t]);
}

/** Kept views, none while they cannot be read. */
function useViews(): readonly DeskViewAnswer[] {
  const [views, setViews] = useState<readonly DeskViewAnswer[]>([]);
  useEffect(() => {
    let gone = false;
    listViews().then(
      (read) => !gone && setViews(read),
      (error: unknown) => console.info('the kept views could not be read', error),
    );
    return () => {
      gone = true;
    };
  }, []);
  return views;
}
