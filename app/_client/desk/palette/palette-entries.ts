import { CATALOGUES } from '../../i18n/catalogues.ts';
import { LANGUAGES, type Language } from '../../i18n/language.ts';
import { ACTS, type ActId } from '../acts/acts.ts';
import type { CommandId } from '../keys/desk-commands.ts';
import { pinyinInitials } from './pinyin-initials.ts';

/** What a command is called in a language. */
export function commandName(id: CommandId, language: Language): string {
  const { desk, move, onWall } = CATALOGUES[language];
  if (isAct(id)) return move[id].name;
  if (id === 'take' || id === 'release' || id === 'comment') return move[id].name;
  return id === 'show-on-wall' ? onWall.title : desk.keys.act[id];
}

function isAct(id: CommandId): id is ActId {
  return ACTS.some((act) => act.id === id);
}

/** One thing that the palette finds: `words` is all by which it is found, the name in the officer's language first. */
export type Findable = { readonly id: string; readonly name: string; readonly words: readonly string[] };

/** All by which a command is found: its name in each language, its initials in pinyin, its key, its own English name. */
export function wordsOfCommand(id: CommandId, key: string): readonly string[] {
  const names = LANGUAGES.map((language) => commandName(id, language));
  return [...names, ...names.map(pinyinInitials), key, id].filter((word) => word !== '');
}

/**
 * What fits a query, best first: what begins with it, then a word within that does, then what holds it anywhere; of equals
 * in the order given. Every word of the query must be found.
 */
export function found<Entry extends Findable>(entries: readonly Entry[], query: string): readonly Entry[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return entries;
  const ranked = entries.flatMap((entry) => {
    const rank = rankOf(entry, wanted);
    return rank === null ? [] : [{ entry, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}

function rankOf({ words }: Findable, wanted: string): number | null {
  const lower = words.map((word) => word.toLowerCase());
  if (lower.some((word) => word === wanted)) return 0;
  if (lower.some((word) => word.startsWith(wanted))) return 1;
  if (lower.some((word) => word.includes(` ${wanted}`))) return 2;
  return wanted.split(/\s+/).every((part) => lower.some((word) => word.includes(part))) ? 3 : null;
}

/** A text that may be (part of) the number of a case. */
export function asCaseNumber(query: string): string | null {
  const number = query.trim().toUpperCase();
  return /^[A-Z0-9][A-Z0-9-]{3,}$/.test(number) && /\d/.test(number) ? number : null;
}

/** Numbers of cases that hold a text, in the order given; at most `most`. */
export function casesWith(numbers: Iterable<string>, part: string, most: number): readonly string[] {
  const hits = new Set<string>();
  for (const number of numbers) {
    if (hits.size === most) break;
    if (number.includes(part)) hits.add(number);
  }
  return [...hits];
}
