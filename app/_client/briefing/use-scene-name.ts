'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { SCENE_KINDS, type Scene } from '#domain/wall/scene.ts';
import { nameIn } from '../i18n/language.ts';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { useDictionary } from '../stores/use-dictionary.ts';

/** A scene in words: its kind, and the name of what it is about. */
export function useSceneName(): (scene: Scene) => { kind: string; of: string } {
  const t = useTranslations('scenes.kind');
  const names = useDictionary();
  const { language } = useLanguage();
  return useCallback(
    ({ kind, target }: Scene) => {
      const about = SCENE_KINDS[kind];
      const named =
        about === 'place' ? names.place(target ?? null) : about === 'category' ? names.category(target ?? null) : null;
      return { kind: t(kind), of: named === null ? (target ?? '') : nameIn(language, named) };
    },
    [t, names, language],
  );
}
