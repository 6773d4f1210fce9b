'use client';
import { createContext, useContext } from 'react';
import type { Me } from '#wire/http/me.ts';
import type { Names } from '../stores/dictionary-store.ts';

/** What every page inside a frame may count on. */
export type PlaceOfWork = {
  me: Me;
  /** The platform's own zone. */
  timeZone: string;
  /** Whether what is shown is a simulated city's. */
  simulated: boolean;
  /** Names behind codes; empty until they are there. */
  names: Names;
  /** Asks for the names again, after a list was changed. */
  renewNames: () => void;
};

export const PlaceOfWorkContext = createContext<PlaceOfWork | null>(null);

/** Who works here, on which city. Throws outside a frame. */
export function usePlaceOfWork(): PlaceOfWork {
  const value = useContext(PlaceOfWorkContext);
  if (value === null) throw new Error('usePlaceOfWork needs a Frame above it');
  return value;
}
