import { HeaderError } from '#application/import/profile.ts';

/** Columns that a file of rejected rows has in front of the original ones. */
export const REJECTED_COLUMNS = ['rejected_line', 'rejected_column', 'rejected_reason'] as const;

/** What a profile expects of a header. `strict`: columns of other names are refused. */
export type ExpectedColumns = { required: readonly string[]; optional: readonly string[]; strict: boolean };

/**
 * Finds the named columns of a header; absent optional ones read as empty.
 *
 * @throws HeaderError naming everything that is wrong at once.
 */
export function openColumns<Name extends string>(
  header: readonly string[],
  expected: ExpectedColumns,
): { index: Readonly<Record<Name, number>>; width: number } {
  const names = header.map((name) => name.trim());
  const known = [...expected.required, ...expected.optional];
  const faults = [
    ...expected.required.flatMap((name) => (names.includes(name) ? [] : [`column ${name} is missing`])),
    ...known.flatMap((name) => (names.filter((it) => it === name).length > 1 ? [`column ${name} is there twice`] : [])),
    ...(expected.strict ? names.flatMap((name) => unknownColumn(name, known)) : []),
  ];
  if (faults.length > 0) {
    const shown = names.slice(0, 30).join(',').slice(0, 300);
    const notText = /\uFFFD|\0/.test(shown) ? ' (the file is not UTF-8 text: save it as "CSV UTF-8")' : '';
    throw new HeaderError(`the header cannot be used: ${faults.join('; ')}${notText}; it reads: ${shown}`);
  }
  const index = Object.fromEntries(known.map((name) => [name, names.indexOf(name)])) as Record<Name, number>;
  return { index, width: names.length };
}

function unknownColumn(name: string, known: readonly string[]): string[] {
  if (known.includes(name) || (REJECTED_COLUMNS as readonly string[]).includes(name)) return [];
  const alike = known.find((it) => plain(it) === plain(name));
  return [alike ? `column ${name} must be written ${alike}` : `there is no column "${name}" in this profile`];
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
