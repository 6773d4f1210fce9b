import { createHash } from 'node:crypto';
import type { Actor } from '#domain/account/role.ts';
import {
  ListRefused,
  refusal,
  type ListChange,
  type ListCounts,
  type ListFile,
  type ListKind,
  type ListPreview,
  type ListProblem,
  type ListVersion,
} from './list-kind.ts';

/** A row of a register with its digest: two rows of one digest are the same. */
export type RegisterRow<Row> = { key: string; digest: string; row: Row };

/** A new state: rows that come in or change, keys that go. */
export type RegisterChange<Row> = {
  basis: string;
  rows: readonly RegisterRow<Row>[];
  removed: readonly string[];
  by: Actor;
  note: string;
  counts: ListCounts;
};

/**
 * Where a register with its versions is kept. Every method rejects with StoreUnavailable when it cannot be reached;
 * `write` and `undo` leave nothing of what they refuse.
 */
export interface RegisterStore<Row> {
  /** Name of the current version, `0` for an empty register that never had one. */
  version(): Promise<string>;
  /** Digests of the current rows by key, and the version they are of. */
  digests(): Promise<{ version: string; digests: Map<string, string> }>;
  /** The current rows of some keys. */
  rows(keys: readonly string[]): Promise<Map<string, Row>>;
  /** All current rows, in parts. */
  all(): AsyncIterable<readonly Row[]>;
  /** Null where the register has moved on from `basis`. */
  write(change: RegisterChange<Row>): Promise<ListVersion | null>;
  versions(): Promise<readonly ListVersion[]>;
  /** Null where there is no such version. */
  undo(version: string, by: Actor): Promise<ListVersion | null>;
}

export type RegisterParts<Row> = {
  id: string;
  options: ListKind['options'];
  template: NonNullable<ListKind['template']>;
  store: RegisterStore<Row>;
  /** Reads a file's rows with the lines they came from, and what is wrong with it. */
  read(file: ListFile): Promise<{ rows: readonly { line: number; key: string; row: Row }[]; problems: ListProblem[] }>;
  /** A row's members as text, for showing what changes. */
  members(row: Row): Record<string, string>;
};

/** Changes that a preview spells out; the counts are of all. */
const MOST_CHANGES = 2_000;
/** `add`: rows of the file are added or take the place of those of their key. `replace`: the file is the whole register. */
export const MODES = ['add', 'replace'] as const;
/** `refuse`: one bad row refuses the file. `skip`: bad rows are left out and listed. */
export const BAD_ROWS = ['refuse', 'skip'] as const;

/** A register that a city brings in files: gazetteer, components. */
export function registerKind<Row>(parts: RegisterParts<Row>): ListKind {
  const { store } = parts;
  const prepare = async (file: ListFile) => {
    const { rows, problems } = await parts.read(file);
    const skips = file.options['bad-rows'] === 'skip';
    const judged = skips ? problems.map((one) => ({ ...one, refuses: one.refuses && one.line === null })) : problems;
    const { version, digests } = await store.digests();
    const sorted = sortOut(rows, digests, file.options['mode'] === 'replace');
    if (rows.length === 0 && judged.every(({ refuses }) => !refuses))
      judged.push({
        line: null,
        field: null,
        reason: { zh: '没有一行可用', en: 'no row of it can be used' },
        hint: { zh: '看其他各条', en: 'see the other lines' },
        refuses: true,
      });
    return { ...sorted, version, problems: [...judged, ...sorted.repeated] };
  };
  return {
    id: parts.id,
    options: [
      ...parts.options,
      { name: 'mode', choices: MODES, fallback: 'add' },
      { name: 'bad-rows', choices: BAD_ROWS, fallback: 'refuse' },
    ],
    template: parts.template,
    async preview(file): Promise<ListPreview> {
      const { version, counts, problems, rows, removed, digests } = await prepare(file);
      const shown = rows.slice(0, MOST_CHANGES);
      const gone = removed.slice(0, MOST_CHANGES - shown.length);
      const before = await store.rows([...shown.filter(({ key }) => digests.has(key)).map(({ key }) => key), ...gone]);
      const changes = [
        ...shown.map(({ key, row }) => changeOf(key, before.get(key) ?? null, row, parts.members)),
        ...gone.map((key) => changeOf(key, before.get(key) ?? null, null, parts.members)),
      ];
      return { basis: version, counts, changes, problems };
    },
    async apply(file, by, basis): Promise<ListVersion> {
      const { counts, problems, rows, removed } = await prepare(file);
      const refusing = problems.filter(({ refuses }) => refuses);
      if (refusing.length > 0) {
        const count = refusing.length;
        throw new ListRefused(refusing, { zh: `${count} 行有误，文件未导入`, en: `${count} rows refuse the file` });
      }
      const written = await store.write({ basis, rows, removed, by, note: file.name, counts });
      if (written === null) throw moved(basis);
      return written;
    },
    versions: () => store.versions(),
    async undo(version, by): Promise<ListVersion> {
      const written = await store.undo(version, by);
      if (written === null) {
        const reason = { zh: `没有版本 ${version}`, en: `there is no version ${version}` };
        throw refusal(reason, { zh: '从清单的版本中选一个', en: 'choose one of the list' }, { field: 'version' });
      }
      return written;
    },
  };
}

/** Makes made-up or published rows a register's first version; another `name` takes the place of an earlier seed. */
export async function seedRegister<Row>(
  store: RegisterStore<Row>,
  name: string,
  rowsOf: () => readonly { key: string; row: Row }[],
): Promise<boolean> {
  const [current] = (await store.versions()).filter((one) => one.current);
  if (current !== undefined && (current.note === name || !current.note.startsWith('seed '))) return false;
  const { version, digests } = await store.digests();
  const { rows, removed, counts } = sortOut(
    rowsOf().map((one, line) => ({ ...one, line })),
    digests,
    true,
  );
  const by: Actor = { kind: 'system', id: 'seed', name: 'seed' };
  return (await store.write({ basis: version, rows, removed, by, note: name, counts })) !== null;
}

function sortOut<Row>(
  given: readonly { line: number; key: string; row: Row }[],
  digests: ReadonlyMap<string, string>,
  whole: boolean,
) {
  const rows: RegisterRow<Row>[] = [];
  const lines = new Map<string, number>();
  const repeated: ListProblem[] = [];
  let changed = 0;
  for (const { line, key, row } of given) {
    const first = lines.get(key);
    if (first !== undefined) {
      const reason = { zh: `${key} 出现了两次`, en: `${key} comes twice` };
      const hint = { zh: `第 ${first} 行和第 ${line} 行只留一行`, en: `keep one of the lines ${first} and ${line}` };
      repeated.push({ line, field: 'key', reason, hint, refuses: true });
      continue;
    }
    lines.set(key, line);
    const digest = digestOf(row);
    const before = digests.get(key);
    if (before === digest) continue;
    if (before !== undefined) changed += 1;
    rows.push({ key, digest, row });
  }
  const removed = whole ? [...digests.keys()].filter((key) => !lines.has(key)) : [];
  const counts: ListCounts = {
    rows: given.length,
    added: rows.length - changed,
    changed,
    removed: removed.length,
    unchanged: lines.size - rows.length,
  };
  return { rows, removed, counts, repeated, digests };
}

function digestOf(row: unknown): string {
  return createHash('sha1').update(JSON.stringify(row)).digest('base64').slice(0, 20);
}

function changeOf<Row>(
  key: string,
  before: Row | null,
  after: Row | null,
  members: (row: Row) => Record<string, string>,
): ListChange {
  const [old, now] = [before === null ? null : members(before), after === null ? null : members(after)];
  if (old === null || now === null) return { key, change: old === null ? 'added' : 'removed', before: old, after: now };
  const names = Object.keys(now).filter((name) => old[name] !== now[name]);
  const pick = (from: Record<string, string>) => Object.fromEntries(names.map((name) => [name, from[name] ?? '']));
  return { key, change: 'changed', before: pick(old), after: pick(now) };
}

function moved(basis: string): ListRefused {
  const reason = { zh: `清单已不是版本 ${basis}`, en: `the register is no longer at version ${basis}` };
  const hint = { zh: '重新预览，再导入', en: 'look at the preview again, then apply' };
  return refusal(reason, hint, { field: 'basis' });
}
