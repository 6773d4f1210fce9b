import { parseCategoryKey } from '#domain/category/category.ts';
import type { DictionaryCategory } from '../../stores/dictionary-store.ts';

/** A branch of the catalogue: a code system, one of its kinds, or a class. Absent members are not narrowed. */
export type Branch = { readonly system?: string; readonly kind?: 'component' | 'event'; readonly classCode?: string };

/** A subclass with the parts of its key. */
export type Entry = DictionaryCategory & { readonly system: string; readonly code: string };

export type TreeClass = {
  readonly classCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly count: number;
};
export type TreeKind = {
  readonly kind: 'component' | 'event';
  readonly classes: readonly TreeClass[];
  readonly count: number;
};
export type TreeSystem = { readonly system: string; readonly kinds: readonly TreeKind[]; readonly count: number };

/** Categories with their code system and printed code; a key that is none of ours is its own code. */
export function entriesOf(categories: readonly DictionaryCategory[]): Entry[] {
  return categories.map((category) => {
    const id = parseCategoryKey(category.key);
    if (id === null) return { ...category, system: '', code: category.key };
    return { ...category, system: id.codeSystem, code: category.key.slice(`${id.codeSystem}:${id.kind}:`.length) };
  });
}

/** Code systems, their kinds, and the classes of each, in the order of the list. */
export function treeOf(entries: readonly Entry[]): TreeSystem[] {
  return groups(entries, ({ system }) => system).map(([system, ofSystem]) => ({
    system,
    count: ofSystem.length,
    kinds: groups(ofSystem, ({ kind }) => kind).map(([kind, ofKind]) => ({
      kind,
      count: ofKind.length,
      classes: groups(ofKind, ({ classCode }) => classCode).map(([classCode, ofClass]) => ({
        classCode,
        nameZh: ofClass[0]?.classZh ?? '',
        nameEn: ofClass[0]?.classEn ?? '',
        count: ofClass.length,
      })),
    })),
  }));
}

/** Whether an entry hangs on a branch. */
export function isOn(branch: Branch, entry: Entry): boolean {
  return (
    (branch.system === undefined || branch.system === entry.system) &&
    (branch.kind === undefined || branch.kind === entry.kind) &&
    (branch.classCode === undefined || branch.classCode === entry.classCode)
  );
}

function groups<Value, Key>(values: readonly Value[], keyOf: (value: Value) => Key): [Key, Value[]][] {
  const found = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = found.get(key);
    if (group === undefined) found.set(key, [value]);
    else group.push(value);
  }
  return [...found];
}
