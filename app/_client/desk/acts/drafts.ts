import { Signal } from '../../stores/signal.ts';

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What was typed and when it was kept (page time, epoch ms; null: nothing is kept). */
export type Draft = { readonly text: string; readonly keptAt: number | null };

const NOTHING: Draft = { text: '', keptAt: null };

/**
 * What an officer has typed and not sent, by case and field. Kept in the browser with every key stroke, so that neither a
 * reload nor another case takes it away; only sending or clearing it does. Where the browser keeps nothing (storage full
 * or forbidden) drafts live as long as the page, and `keptAt` stays null so that the page can say so.
 */
export class Drafts extends Signal {
  readonly #storage: Storage | null;
  readonly #drafts = new Map<string, Draft>();

  constructor(storage: Storage | null) {
    super();
    this.#storage = storage;
  }

  read(caseNumber: string, field: string): Draft {
    const key = keyOf(caseNumber, field);
    const known = this.#drafts.get(key);
    if (known) return known;
    const draft = parseDraft(this.#storage?.getItem(key) ?? null);
    this.#drafts.set(key, draft);
    return draft;
  }

  write(caseNumber: string, field: string, text: string, now: number): void {
    const key = keyOf(caseNumber, field);
    const kept = this.#keep(key, text, now);
    this.#drafts.set(key, text === '' ? NOTHING : { text, keptAt: kept ? now : null });
    this.changed();
  }

  clear(caseNumber: string, field: string): void {
    this.write(caseNumber, field, '', 0);
  }

  #keep(key: string, text: string, now: number): boolean {
    if (this.#storage === null) return false;
    try {
      if (text === '') this.#storage.removeItem(key);
      else this.#storage.setItem(key, JSON.stringify({ text, keptAt: now }));
      return true;
    } catch (error) {
      console.warn('the browser keeps no drafts', error);
      return false;
    }
  }
}

function keyOf(caseNumber: string, field: string): string {
  return `citywall.draft.${caseNumber}.${field}`;
}

function parseDraft(kept: string | null): Draft {
  if (kept === null) return NOTHING;
  try {
    const value: unknown = JSON.parse(kept);
    if (typeof value !== 'object' || value === null) return NOTHING;
    const { text, keptAt } = value as Partial<Draft>;
    return typeof text === 'string' && typeof keptAt === 'number' ? { text, keptAt } : NOTHING;
  } catch (error) {
    console.warn('a draft could not be read', error);
    return NOTHING;
  }
}
