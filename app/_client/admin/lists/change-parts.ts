import type { ListChange } from './list-answers.ts';

/** One member of an entry: what it was and what it becomes; null where it was or will not be. */
export type ChangePart = { readonly member: string; readonly before: string | null; readonly after: string | null };

/** A change member by member; of a changed entry those that differ. */
export function changeParts({ before, after }: ListChange): ChangePart[] {
  const members = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...members].map((member) => ({
    member,
    before: before?.[member] ?? null,
    after: after?.[member] ?? null,
  }));
}
