'use client';
import { useMemo, useSyncExternalStore } from 'react';
import { Throttle } from './throttle.ts';

type Readable = { readonly version: number; subscribe: (listener: () => void) => () => void };

/** A store's summary, made anew at most every so often, and the same object in between whoever asks. */
class Summary<Store extends Readable, View> {
  readonly #store: Store;
  readonly #select: (store: Store) => View;
  readonly #throttle: Throttle;
  #made: { version: number; view: View } | null = null;

  constructor(store: Store, select: (store: Store) => View, intervalMs: number) {
    this.#store = store;
    this.#select = select;
    this.#throttle = new Throttle(intervalMs);
  }

  subscribe = (changed: () => void): (() => void) => {
    const refresh = (): void => {
      if (this.#made?.version === this.#store.version) return;
      this.#make();
      changed();
    };
    const stop = this.#store.subscribe(() => this.#throttle.run(refresh));
    // What changed between the first reading and now.
    refresh();
    return () => {
      stop();
      this.#throttle.cancel();
    };
  };

  read = (): View => (this.#made ?? this.#make()).view;

  #make(): { version: number; view: View } {
    this.#made = { version: this.#store.version, view: this.#select(this.#store) };
    return this.#made;
  }
}

/**
 * An immutable summary of a store for a panel, made at most every `intervalMs` (four times a second unless told).
 * `select` should return the very same object while nothing it shows has changed; it must be stable (module scope or
 * useCallback).
 */
export function useSummary<Store extends Readable, View>(
  store: Store,
  select: (store: Store) => View,
  intervalMs = 250,
): View {
  const summary = useMemo(() => new Summary(store, select, intervalMs), [store, select, intervalMs]);
  return useSyncExternalStore(summary.subscribe, summary.read, summary.read);
}

/** The value of a one-value store, at most every `intervalMs`. */
export function useStored<Value>(store: Readable & { readonly value: Value }, intervalMs = 250): Value {
  return useSummary(store, readValue<Value>, intervalMs);
}

function readValue<Value>(store: { readonly value: Value }): Value {
  return store.value;
}
