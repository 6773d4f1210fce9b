'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { Scene } from '#domain/wall/scene.ts';

/** A scene in a few words: its kind, and what it is about as the wall was told. */
export function useSceneWords(): (scene: Scene) => string {
  const t = useTranslations('scenes.kind');
  return useCallback(({ kind, target }: Scene) => (target === undefined ? t(kind) : `${t(kind)} ${target}`), [t]);
}
