'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { WallBreach } from '#domain/wall/breaches.ts';
import type { PanelPlace } from '#domain/wall/panel.ts';
import type { Scene } from '#domain/wall/scene.ts';
import type { Wall } from '#domain/wall/wall.ts';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { nameOr } from '../names.ts';
import type { DraftFault } from './wall-draft.ts';

export type WallWords = {
  wallName: (wall: Pick<Wall, 'id' | 'names'>) => string;
  /** `District · Hexi`. */
  sceneText: (scene: Scene) => string;
  placeName: (code: string) => string;
  breachText: (breach: WallBreach, panels: readonly PanelPlace[]) => string;
  faultText: (fault: DraftFault, panelsOf: (fault: DraftFault) => readonly PanelPlace[]) => string;
};

/** Walls, scenes, and what is wrong with them, in the reader's words. */
export function useWallWords(): WallWords {
  const t = useTranslations('walls');
  const kinds = useTranslations('scenes.kind');
  const { names } = usePlaceOfWork();
  const { language } = useLanguage();
  return useMemo(() => {
    const placeName = (code: string): string => {
      const city = names.dictionary?.city;
      const place = names.place(code) ?? (city?.code === code ? city : null);
      return place === null || place === undefined ? code : nameOr(language, place);
    };
    const targetText = ({ kind, target }: Scene): string => {
      if (target === undefined) return '';
      if (kind === 'category') {
        const category = names.category(target);
        return category === null ? target : nameOr(language, category);
      }
      return placeName(target);
    };
    const sceneText = (scene: Scene): string => {
      const target = targetText(scene);
      return target === '' ? kinds(scene.kind) : `${kinds(scene.kind)} · ${target}`;
    };
    const panelName = (panels: readonly PanelPlace[], index: number): string => {
      const panel = panels[index];
      return panel === undefined ? String(index + 1) : t(`panel.${panel.panel}`);
    };
    const breachText = (breach: WallBreach, panels: readonly PanelPlace[]): string => {
      switch (breach.what) {
        case 'no-screens':
          return t('breach.no-screens');
        case 'same-id':
          return t('breach.same-id', { screen: breach.screen });
        case 'screens-overlap':
          return t('breach.screens-overlap', { screen: breach.screen, other: breach.other });
        case 'pixels-unlike-size':
          return t('breach.pixels-unlike-size', { screen: breach.screen });
        case 'panels-overlap':
          return t('breach.panels-overlap', {
            panel: panelName(panels, breach.panel),
            other: panelName(panels, breach.other),
          });
        default:
          return t(`breach.${breach.what}`, { panel: panelName(panels, breach.panel) });
      }
    };
    return {
      wallName: ({ id, names: own }) => (language === 'zh' ? own.zh || own.en : own.en || own.zh) || id,
      sceneText,
      placeName,
      breachText,
      faultText: (fault, panelsOf) => {
        switch (fault.what) {
          case 'screens':
            return breachText(fault.breach, []);
          case 'panels':
            return `${kinds(fault.kind)}${t('colon')}${breachText(fault.breach, panelsOf(fault))}`;
          case 'playlist':
            return t('fault.playlist', { entry: fault.entry + 1 });
          default:
            return t(`fault.${fault.what}`);
        }
      },
    };
  }, [t, kinds, names, language]);
}
