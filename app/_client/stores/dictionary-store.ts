import type { Dictionary } from '#wire/dictionary.ts';
import { Backoff } from '../realtime/backoff.ts';
import { Signal } from './signal.ts';

export type DictionaryPlace = Dictionary['places'][number];
export type DictionaryCategory = Dictionary['categories'][number];
export type DictionaryDepartment = Dictionary['departments'][number];

/** Names behind codes and ordinals, fetched when the server says that they changed. */
export class DictionaryStore extends Signal {
  value: Dictionary | null = null;
  readonly #places = new Map<string, DictionaryPlace>();
  readonly #categories = new Map<string, DictionaryCategory>();
  readonly #departments = new Map<string, DictionaryDepartment>();
  #wanted: string | null = null;

  place(code: string | null): DictionaryPlace | null {
    return code === null ? null : (this.#places.get(code) ?? null);
  }

  category(key: string | null): DictionaryCategory | null {
    return key === null ? null : (this.#categories.get(key) ?? null);
  }

  department(code: string | null): DictionaryDepartment | null {
    return code === null ? null : (this.#departments.get(code) ?? null);
  }

  set(dictionary: Dictionary): void {
    this.value = dictionary;
    this.#places.clear();
    this.#categories.clear();
    this.#departments.clear();
    for (const place of dictionary.places) this.#places.set(place.code, place);
    for (const category of dictionary.categories) this.#categories.set(category.key, category);
    for (const department of dictionary.departments) this.#departments.set(department.code, department);
    this.changed();
  }

  /** Fetches the dictionary unless this version is held or on its way; tries until it has it. */
  async want(version: string): Promise<void> {
    if (this.#wanted === version) return;
    this.#wanted = version;
    const backoff = new Backoff();
    while (this.#wanted === version && this.value?.version !== version) {
      const fetched = await fetchDictionary();
      if (fetched !== null) {
        this.set(fetched);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, backoff.next()));
    }
  }
}

async function fetchDictionary(): Promise<Dictionary | null> {
  try {
    const answer = await fetch('/api/v1/dictionary', { headers: { accept: 'application/json' } });
    return answer.ok ? ((await answer.json()) as Dictionary) : null;
  } catch (error) {
    console.info('the dictionary could not be fetched yet', error);
    return null;
  }
}
