import type { Dictionary } from '#wire/dictionary.ts';
import { Backoff } from '../realtime/backoff.ts';
import { Signal } from './signal.ts';

export type DictionaryPlace = Dictionary['places'][number];
export type DictionaryCategory = Dictionary['categories'][number];
export type DictionaryDepartment = Dictionary['departments'][number];

/** A dictionary by code: immutable, so that whoever holds it knows by its identity whether names changed. */
export class Names {
  readonly dictionary: Dictionary | null;
  readonly #places: ReadonlyMap<string, DictionaryPlace>;
  readonly #categories: ReadonlyMap<string, DictionaryCategory>;
  readonly #departments: ReadonlyMap<string, DictionaryDepartment>;

  constructor(dictionary: Dictionary | null) {
    this.dictionary = dictionary;
    this.#places = new Map(dictionary?.places.map((place) => [place.code, place]));
    this.#categories = new Map(dictionary?.categories.map((category) => [category.key, category]));
    this.#departments = new Map(dictionary?.departments.map((department) => [department.code, department]));
  }

  get districts(): DictionaryPlace[] {
    return this.dictionary?.places.filter(({ level }) => level === 'district') ?? [];
  }

  place(code: string | null): DictionaryPlace | null {
    return code === null ? null : (this.#places.get(code) ?? null);
  }

  category(key: string | null): DictionaryCategory | null {
    return key === null ? null : (this.#categories.get(key) ?? null);
  }

  department(code: string | null): DictionaryDepartment | null {
    return code === null ? null : (this.#departments.get(code) ?? null);
  }
}

/** Names behind codes and ordinals, fetched when the server says that they changed. */
export class DictionaryStore extends Signal {
  names = new Names(null);
  #wanted: string | null = null;

  get value(): Dictionary | null {
    return this.names.dictionary;
  }

  place(code: string | null): DictionaryPlace | null {
    return this.names.place(code);
  }

  category(key: string | null): DictionaryCategory | null {
    return this.names.category(key);
  }

  department(code: string | null): DictionaryDepartment | null {
    return this.names.department(code);
  }

  set(dictionary: Dictionary): void {
    this.names = new Names(dictionary);
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
