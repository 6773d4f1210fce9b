import type { Dictionary } from '#wire/dictionary.ts';
import type { PictureState } from './picture-state.ts';

const DATABASE = 'citywall-last-picture';
const SHELF = 'kept';
const PICTURE = 'picture';
const DICTIONARY = 'dictionary';

/** Where a screen keeps its last picture, in this browser alone. One picture and one dictionary: it never grows. */
export type PictureShelf = {
  put(state: PictureState): Promise<void>;
  putDictionary(dictionary: Dictionary): Promise<void>;
  read(): Promise<{ state: PictureState; dictionary: Dictionary | null } | null>;
  /** Forgets everything: this screen may see nothing any more. */
  clear(): Promise<void>;
};

/** Opens the shelf. Every part rejects where the browser keeps nothing (private windows, a full disk). */
export function openPictureShelf(): PictureShelf {
  const opened = open();
  // Whoever uses it hears of the failure.
  opened.catch(() => undefined);
  const run = async <Value>(mode: IDBTransactionMode, act: (shelf: IDBObjectStore) => IDBRequest<Value>) => {
    const database = await opened;
    return settled(act(database.transaction(SHELF, mode).objectStore(SHELF)));
  };
  return {
    put: async (state) => void (await run('readwrite', (shelf) => shelf.put(state, PICTURE))),
    putDictionary: async (dictionary) => void (await run('readwrite', (shelf) => shelf.put(dictionary, DICTIONARY))),
    read: async () => {
      const state = (await run('readonly', (shelf) => shelf.get(PICTURE))) as PictureState | undefined;
      if (state === undefined) return null;
      const dictionary = (await run('readonly', (shelf) => shelf.get(DICTIONARY))) as Dictionary | undefined;
      return { state, dictionary: dictionary ?? null };
    },
    clear: () => run('readwrite', (shelf) => shelf.clear()),
  };
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener('upgradeneeded', () => void request.result.createObjectStore(SHELF));
  return settled(request);
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('nothing can be kept here')));
  });
}
