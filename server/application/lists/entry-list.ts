import { createHash } from 'node:crypto';
import type { Actor } from '#domain/account/role.ts';
import {
  ListRefused,
  refusal,
  type ListChange,
  type ListCounts,
  type ListFile,
  type ListKind,
  type ListProblem,
  type ListVersion,
} from './list-kind.ts';

/** What a file makes of a list: all of its entries as they would be, and what is wrong with the file. */
export type ReadList<Entry> = { rows: number; entries: readonly Entry[]; problems: readonly ListProblem[] };

/** Where the entries of a list and their older states are kept. */
export interface EntryStore<Entry> {
  /** Entries in use. Rejects with StoreUnavailable. */
  current(): Promise<readonly Entry[]>;
  /** Newest first; a list that was only delivered has one. */
  versions(): Promise<readonly ListVersion[]>;
  /** Null where there is no such version. */
  entriesOf(version: string): Promise<readonly Entry[] | null>;
  /**
   * Makes these the entries, as a new version, in one transaction. `isStill` looks at the entries under the list's lock:
   * where it says no, nothing is stored and the answer is null.
   */
  replace(change: {
    entries: readonly Entry[];
    by: Actor;
    note: string;
    counts: ListCounts;
    isStill: (current: readonly Entry[]) => boolean;
  }): Promise<ListVersion | null>;
}

export type EntryListParts<Entry> = Pick<ListKind, 'id' | 'options' | 'template'> & {
  store: EntryStore<Entry>;
  /** Reads a file against the entries that are there. Rejects with ListRefused where nothing of it can be read. */
  read(file: ListFile, current: readonly Entry[]): Promise<ReadList<Entry>>;
  keyOf(entry: Entry): string;
  /** All that a version can change of an entry, as text. */
  membersOf(entry: Entry): Readonly<Record<string, string>>;
};

/** A list whose whole state fits into memory: some thousand entries, each under a key. */
export function createEntryList<Entry>(parts: EntryListParts<Entry>): ListKind {
  const { store } = parts;
  const basisOf = (entries: readonly Entry[]): string => {
    const facts = entries.map((entry) => JSON.stringify([parts.keyOf(entry), parts.membersOf(entry)])).sort();
    return createHash('sha256').update(facts.join('\n')).digest('hex').slice(0, 16);
  };
  const compare = (current: readonly Entry[], next: readonly Entry[], rows: number) => {
    const changes = changesOf(parts, current, next);
    const count = (change: ListChange['change']): number => changes.filter((one) => one.change === change).length;
    const [added, changed, removed] = [count('added'), count('changed'), count('removed')];
    return { changes, counts: { rows, added, changed, removed, unchanged: current.length - changed - removed } };
  };
  const replace = async (
    current: readonly Entry[],
    next: ReadList<Entry>,
    by: Actor,
    note: string,
  ): Promise<ListVersion> => {
    const basis = basisOf(current);
    const { counts } = compare(current, next.entries, next.rows);
    const isStill = (entries: readonly Entry[]): boolean => basisOf(entries) === basis;
    const version = await store.replace({ entries: next.entries, by, note, counts, isStill });
    if (version === null) throw movedOn();
    return version;
  };
  return {
    id: parts.id,
    options: parts.options,
    ...(parts.template && { template: parts.template }),
    async preview(file) {
      const current = await store.current();
      const { rows, entries, problems } = await parts.read(file, current);
      return { basis: basisOf(current), ...compare(current, entries, rows), problems };
    },
    async apply(file, by, basis) {
      const current = await store.current();
      if (basisOf(current) !== basis) throw movedOn();
      const read = await parts.read(file, current);
      const bad = read.problems.filter(({ refuses }) => refuses);
      if (bad.length > 0) {
        throw new ListRefused(read.problems, {
          zh: `${file.name}：有 ${bad.length} 处错误，未导入`,
          en: `${file.name}: ${bad.length} ${bad.length === 1 ? 'problem refuses' : 'problems refuse'} it`,
        });
      }
      return replace(current, read, by, file.name);
    },
    versions: () => store.versions(),
    async undo(version, by) {
      const entries = await store.entriesOf(version);
      if (entries === null) {
        const reason = { zh: `没有版本 ${version}`, en: `there is no version ${version}` };
        const hint = { zh: '从清单的版本中选一个', en: 'take one of the list’s versions' };
        throw refusal(reason, hint, { field: 'version' });
      }
      return replace(await store.current(), { rows: entries.length, entries, problems: [] }, by, `↶ ${version}`);
    },
  };
}

function movedOn(): ListRefused {
  const reason = { zh: '预览之后清单有了变化', en: 'the list has changed since it was previewed' };
  return refusal(reason, { zh: '重新预览这个文件', en: 'preview the file again' }, { field: 'basis' });
}

function changesOf<Entry>(
  { keyOf, membersOf }: Pick<EntryListParts<Entry>, 'keyOf' | 'membersOf'>,
  current: readonly Entry[],
  next: readonly Entry[],
): ListChange[] {
  const before = new Map(current.map((entry) => [keyOf(entry), membersOf(entry)]));
  const after = new Map(next.map((entry) => [keyOf(entry), membersOf(entry)]));
  const changes: ListChange[] = [];
  for (const [key, members] of after) {
    const old = before.get(key);
    if (old === undefined) changes.push({ key, change: 'added', before: null, after: members });
    else {
      const names = Object.keys(members).filter((name) => members[name] !== old[name]);
      if (names.length > 0)
        changes.push({ key, change: 'changed', before: only(old, names), after: only(members, names) });
    }
  }
  for (const [key, members] of before) {
    if (!after.has(key)) changes.push({ key, change: 'removed', before: members, after: null });
  }
  return changes;
}

function only(members: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, members[name] ?? '']));
}
