import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUES } from '#client/i18n/catalogues.ts';
import { WALL_CATALOGUES } from '#client/i18n/wall-catalogues.ts';

type Branch = { [key: string]: string | Branch };

function leaves(branch: Branch, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(branch)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') found.set(here, value);
    else for (const [below, text] of leaves(value, here)) found.set(below, text);
  }
  return found;
}

const zh = leaves(CATALOGUES.zh);
const en = leaves(CATALOGUES.en);
const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? '').sort();

describe('catalogues', () => {
  it('have the same keys', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  });

  it('say every sentence with the same placeholders', () => {
    for (const [key, text] of zh) expect(placeholders(en.get(key) ?? ''), key).toEqual(placeholders(text));
  });

  it('leave nothing empty', () => {
    for (const [key, text] of [...zh, ...en]) expect(text.trim(), key).not.toBe('');
  });

  it('have every key that the screens use', () => {
    const used = usedKeys(join(import.meta.dirname, '../../../../app'));
    expect(used.length).toBeGreaterThan(5);
    for (const { key, file } of used) expect(zh.has(key), `${key}, used in ${file}`).toBe(true);
  });

  it('have what a wall says in the part that its screens load', () => {
    const loaded = leaves(WALL_CATALOGUES.zh);
    for (const folder of ['panels', 'wall', 'screen', 'map', 'realtime', 'heal']) {
      const used = usedKeys(join(import.meta.dirname, '../../../../app/_client', folder));
      for (const { key, file } of used) expect(loaded.has(key), `${key}, used in ${file}`).toBe(true);
    }
  });
});

/** Keys written out in calls of what useTranslations gave; keys made of parts are the compiler's business. */
function usedKeys(folder: string): { key: string; file: string }[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    /\.tsx?$/.test(entry.name),
  );
  return files.flatMap((entry) => {
    const file = join(entry.parentPath, entry.name);
    const text = readFileSync(file, 'utf8');
    return [...text.matchAll(/const (\w+) = useTranslations\('([\w.-]+)'\)/g)].flatMap(([, name, namespace]) =>
      [...text.matchAll(new RegExp(`\\b${name}\\(\\s*'([\\w.-]+)'`, 'g'))].map((match) => ({
        key: `${namespace}.${match[1]}`,
        file,
      })),
    );
  });
}
