import type { Category, CategoryKey } from './category.ts';

/**
 * For figures over cases of several code systems: which category a case's own counts as. A category without a mapping
 * counts as itself, one that is unknown too; of a circle the smallest key stands for all.
 */
export function joinCategories(
  categories: Iterable<Pick<Category, 'key' | 'mapping'>>,
): (key: CategoryKey) => CategoryKey {
  const next = new Map<CategoryKey, CategoryKey>();
  for (const { key, mapping } of categories) if (mapping !== null && mapping.to !== key) next.set(key, mapping.to);
  const known = new Map<CategoryKey, CategoryKey>();
  return (key) => {
    let joined = known.get(key);
    if (joined === undefined) known.set(key, (joined = follow(next, key)));
    return joined;
  };
}

function follow(next: ReadonlyMap<CategoryKey, CategoryKey>, from: CategoryKey): CategoryKey {
  const way: CategoryKey[] = [from];
  for (let key = next.get(from); key !== undefined; key = next.get(key)) {
    const seen = way.indexOf(key);
    if (seen >= 0) return way.slice(seen).reduce((least, one) => (one < least ? one : least));
    way.push(key);
  }
  return way[way.length - 1] ?? from;
}
