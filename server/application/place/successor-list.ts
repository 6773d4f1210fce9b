import type { Succession } from '#domain/place/succession.ts';
import { createEntryList, type EntryStore, type ReadList } from '../lists/entry-list.ts';
import type { ListFiles } from '../lists/list-files.ts';
import type { ListFile, ListKind, ListProblem } from '../lists/list-kind.ts';
import { openTables } from '../lists/table.ts';
import { readSuccessorCells, SUCCESSOR_COLUMNS } from './successor-cells.ts';
import { checkSuccessions, type ReadSuccession } from './successor-checks.ts';

/** Which of these codes a place has or had, and whether it has it today. Rejects with StoreUnavailable. */
export type SuccessorFacts = (
  codes: readonly string[],
) => Promise<readonly { code: string; inUse: boolean; nameZh: string; nameEn: string }[]>;

/**
 * Abolished place codes and what took their place. A file says all successors of each old code that it names; the others
 * stay, or go with `absent` = `remove`.
 */
export function successorList(store: EntryStore<Succession>, facts: SuccessorFacts, files: ListFiles): ListKind {
  return createEntryList<Succession>({
    id: 'place-successors',
    options: [{ name: 'absent', choices: ['keep', 'remove'], fallback: 'keep' }],
    template: (format) => files.template(format, SUCCESSOR_COLUMNS),
    store,
    keyOf: ({ code, successor }) => `${code} → ${successor}`,
    membersOf: ({ since, share, reason, nameZh, nameEn }) => ({
      since: since ?? '',
      share: share === null ? '' : `${Number((share * 100).toFixed(4))}%`,
      reason,
      name: nameZh,
      nameEn,
    }),
    read: (file, current) => readSuccessions(file, current, facts, files),
  });
}

async function readSuccessions(
  file: ListFile,
  current: readonly Succession[],
  facts: SuccessorFacts,
  files: ListFiles,
): Promise<ReadList<Succession>> {
  const tables = openTables(await files.readSheets(file), SUCCESSOR_COLUMNS, (has) =>
    has('code') ? (has('successor') ? null : '新代码') : '原代码',
  );
  const read: ReadSuccession[] = [];
  const problems: ListProblem[] = [];
  let rows = 0;
  for (const table of tables) {
    for (const row of table.rows) {
      rows += 1;
      const told = readSuccessorCells((column) => table.cell(row, column));
      if ('succession' in told) {
        const field = { code: table.title('code'), successor: table.title('successor'), share: table.title('share') };
        read.push({ ...told, line: row.line, field });
      } else
        for (const { column, reason, hint } of told.faults)
          problems.push({ line: row.line, field: table.title(column), reason, hint, refuses: true });
    }
  }
  const named = new Set(read.map(({ succession }) => succession.code));
  const kept = file.options['absent'] === 'remove' ? [] : current.filter(({ code }) => !named.has(code));
  const asked = [...kept, ...read.map(({ succession }) => succession)].flatMap((one) => [one.code, one.successor]);
  const known = new Map((await facts([...new Set(asked)])).map((place) => [place.code, place]));
  const entries = [...kept, ...onceEach(read)].map((one) => (named.has(one.code) ? withName(one, known) : one));
  return { rows, entries, problems: [...problems, ...checkSuccessions(read, entries, known)] };
}

function onceEach(read: readonly ReadSuccession[]): Succession[] {
  return [
    ...new Map(read.map(({ succession }) => [`${succession.code} ${succession.successor}`, succession])).values(),
  ];
}

/** A file need not say what an old place was called that the platform knew itself. */
function withName(one: Succession, known: ReadonlyMap<string, { nameZh: string; nameEn: string }>): Succession {
  const past = known.get(one.code);
  return one.nameZh !== '' || past === undefined ? one : { ...one, nameZh: past.nameZh, nameEn: past.nameEn };
}
