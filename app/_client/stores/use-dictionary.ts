'use client';
import { usePicture } from '../realtime/PictureProvider.tsx';
import type { DictionaryStore } from './dictionary-store.ts';
import { useSummary } from './use-summary.ts';

const readVersion = (store: DictionaryStore): number => store.version;

/** The names behind codes; whoever uses it renders again when they change. */
export function useDictionary(): DictionaryStore {
  const { dictionary } = usePicture();
  useSummary(dictionary, readVersion);
  return dictionary;
}
