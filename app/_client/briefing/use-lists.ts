'use client';
import { useCallback, useEffect, useState } from 'react';
import type { BriefingList } from '#domain/briefing/briefing-list.ts';
import { Refused } from '../frame/answer.ts';
import { readLists, removeList, saveList, type ListDraft } from './briefing-api.ts';

export type ListsSay = 'failed' | 'conflict' | { refused: string } | null;
const TRY_AGAIN_MS = 3_000;

/** The lists as the server keeps them; `says` is why the last change was not kept. */
export function useLists(): {
  all: readonly BriefingList[];
  ready: boolean;
  busy: boolean;
  says: ListsSay;
  save: (draft: ListDraft) => Promise<BriefingList | null>;
  remove: (id: string) => Promise<boolean>;
} {
  const [all, setAll] = useState<readonly BriefingList[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [says, setSays] = useState<ListsSay>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wanted = true;
    const read = async (): Promise<void> => {
      try {
        const lists = await readLists();
        if (wanted) setAll(lists);
      } catch (error) {
        console.info('the lists could not be read yet', error);
        if (wanted) timer = setTimeout(() => void read(), TRY_AGAIN_MS);
      }
    };
    void read();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, []);
  const changing = useCallback(async <Answer>(work: () => Promise<Answer>): Promise<Answer | null> => {
    setBusy(true);
    setSays(null);
    try {
      return await work();
    } catch (error) {
      console.info('the list was not kept', error);
      setSays(sayingOf(error));
      return null;
    } finally {
      setBusy(false);
    }
  }, []);
  const save = useCallback(
    async (draft: ListDraft) => {
      const saved = await changing(() => saveList(draft));
      if (saved !== null) setAll((before) => [saved, ...(before ?? []).filter(({ id }) => id !== saved.id)]);
      return saved;
    },
    [changing],
  );
  const remove = useCallback(
    async (id: string) => {
      const gone = await changing(() => removeList(id));
      if (gone !== null) setAll((before) => (before ?? []).filter((list) => list.id !== id));
      return gone !== null;
    },
    [changing],
  );
  return { all: all ?? [], ready: all !== null, busy, says, save, remove };
}

function sayingOf(error: unknown): ListsSay {
  if (!(error instanceof Refused)) return 'failed';
  return error.status === 409 ? 'conflict' : { refused: error.message };
}
