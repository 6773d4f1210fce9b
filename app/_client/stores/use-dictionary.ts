'use client';
import { usePicture } from '../realtime/PictureProvider.tsx';
import type { DictionaryStore, Names } from './dictionary-store.ts';
import { useSummary } from './use-summary.ts';

const readNames = (store: DictionaryStore): Names => store.names;

/** The names behind codes; whoever uses it renders again when they change. */
export function useDictionary(): Names {
  return useSummary(usePicture().dictionary, readNames);
}
