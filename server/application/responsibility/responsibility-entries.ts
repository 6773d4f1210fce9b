import type { ResponsibilityGrid } from '#domain/responsibility/responsibility-grid.ts';

/** A responsibility grid in one span of time: valid from an instant until before another (epoch ms); null: still. */
export type ResponsibilityEntry = ResponsibilityGrid & { readonly validFrom: number; readonly validTo: number | null };

/** Those in use by their codes and, with the instant they began, those that have ended. */
export function keyOfEntry({ code, validFrom, validTo }: ResponsibilityEntry): string {
  return validTo === null ? code : `${code}@${new Date(validFrom).toISOString()}`;
}

/** All that a version can change of an entry, as text. */
export function membersOfEntry(entry: ResponsibilityEntry): Record<string, string> {
  return {
    ...ownMembers(entry),
    from: new Date(entry.validFrom).toISOString(),
    to: entry.validTo === null ? '' : new Date(entry.validTo).toISOString(),
  };
}

function ownMembers(grid: ResponsibilityGrid): Record<string, string> {
  return {
    name: grid.name.zh,
    nameEn: grid.name.en,
    person: grid.person,
    collector: grid.collector ?? '',
    responsibleDepartment: grid.departmentCode ?? '',
    unitGridCount: String(grid.unitGrids.length),
    unitGrids: grid.unitGrids.join(' '),
    approximate: String(grid.approximate),
  };
}

/**
 * All entries as they are once a file's have come in: one that changes ends when the new one begins, what did not change
 * stays as it is, and computed ones of a demonstration go with the first that a city brings: they are nobody's history.
 *
 * @param from since when the new ones hold, epoch ms. @param endAbsent whether those that the file does not name end.
 */
export function replaceEntries(
  current: readonly ResponsibilityEntry[],
  incoming: readonly ResponsibilityGrid[],
  { from, endAbsent }: { from: number; endAbsent: boolean },
): ResponsibilityEntry[] {
  const inUse = new Map(current.filter(({ validTo }) => validTo === null).map((entry) => [entry.code, entry]));
  const named = new Set(incoming.map(({ code }) => code));
  const leaving = [...inUse.values()].filter(({ code, approximate }) => !named.has(code) && (endAbsent || approximate));
  const ended = new Set(leaving.map(({ code }) => code));
  const made = incoming.flatMap((grid): ResponsibilityEntry[] => {
    const before = inUse.get(grid.code);
    if (before !== undefined && isSame(before, grid)) return [];
    ended.add(grid.code);
    return [{ ...grid, validFrom: from, validTo: null }];
  });
  const kept = current.flatMap((entry): ResponsibilityEntry[] => {
    if (entry.validTo !== null || !ended.has(entry.code)) return [entry];
    // One that would not have held for a moment is replaced as if it never had been.
    return entry.approximate || entry.validFrom >= from ? [] : [{ ...entry, validTo: from }];
  });
  return [...kept, ...made];
}

function isSame(before: ResponsibilityGrid, after: ResponsibilityGrid): boolean {
  const [old, next] = [ownMembers(before), ownMembers(after)];
  return Object.keys(next).every((name) => old[name] === next[name]);
}
