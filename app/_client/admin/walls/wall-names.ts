const MOST_LETTERS = 40;

/** Whether a text can be a wall's name in addresses. */
export function isWallId(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,39}$/u.test(text);
}

/** A free name beside another: `hall`, `hall-2`, `hall-3`. */
export function copyId(id: string, taken: readonly string[]): string {
  const base = id.replace(/-\d+$/u, '');
  for (let number = 2; ; number += 1) {
    const ending = `-${number}`;
    const name = base.slice(0, MOST_LETTERS - ending.length) + ending;
    if (!taken.includes(name)) return name;
  }
}
