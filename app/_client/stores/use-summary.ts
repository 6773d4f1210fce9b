'use client';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { Throttle } from './throttle.ts';

type Readable = { readonly version: number; subscribe: (listener: () => void) => () => void };

/**
 * An immutable summary of a store for a panel, made at most every `intervalMs` (four times a second unless told).
 * `select` should return the very same object while nothing it shows has changed; it must be stable (module scope or
 * useCallback).
 */
export function useSummary<Store extends Readable, Summary>(
  store: Store,
  select: (store: Store) => Summary,
  intervalMs = 250,
): Summary {
  const held = useMemo(() => ({ version: -1, summary: null as Summary | null }), [store, select]);
  const throttle = useMemo(() => new Throttle(intervalMs), [intervalMs]);
  useEffect(() => () => throttle.cancel(), [throttle]);

  const subscribe = useCallback(
    (changed: () => void) => {
      const stop = store.subscribe(() => throttle.run(changed));
      return () => {
        stop();
        throttle.cancel();
      };
    },
    [store, throttle],
  );
  const read = (): Summary => {
    if (held.version !== store.version) {
      held.version = store.version;
      held.summary = select(store);
    }
    return held.summary as Summary;
  };
  return useSyncExternalStore(subscribe, read, read);
}

/** The value of a one-value store, at most every `intervalMs`. */
export function useStored<Value>(store: Readable & { readonly value: Value }, intervalMs = 250): Value {
  return useSummary(store, readValue<Value>, intervalMs);
}

function readValue<Value>(store: { readonly value: Value }): Value {
  return store.value;
}
