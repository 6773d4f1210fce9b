'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SCENE_KINDS, type Scene, type SceneKind } from '#domain/wall/scene.ts';
import { nameIn } from '../i18n/language.ts';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { useDictionary } from '../stores/use-dictionary.ts';
import styles from './briefing.module.css';

const KINDS = Object.keys(SCENE_KINDS) as SceneKind[];

/** Adds a step: the kind of scene, then by name what it is about. */
export function ScenePicker({ onAdd }: { onAdd: (scene: Scene) => void }) {
  const t = useTranslations('briefing');
  const kinds = useTranslations('scenes.kind');
  const [kind, setKind] = useState<SceneKind>('district');
  const [target, setTarget] = useState('');
  const offered = useOffered(kind);
  const about = SCENE_KINDS[kind];
  const wanted = about === 'case' ? target.trim() : (offered.find(({ id }) => id === target) ?? offered[0])?.id;
  const add = (): void => {
    if (about === 'none' || (about === 'day' && target === '')) onAdd({ kind });
    else if (about === 'day') onAdd({ kind, target });
    else if (wanted !== undefined && wanted !== '') onAdd({ kind, target: wanted });
  };
  return (
    <form
      className={styles.adding}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <select
        value={kind}
        aria-label={t('sceneKind')}
        onChange={(event) => {
          setKind(event.target.value as SceneKind);
          setTarget('');
        }}
        data-testid="scene-kind"
      >
        {KINDS.map((each) => (
          <option key={each} value={each}>
            {kinds(each)}
          </option>
        ))}
      </select>
      {about === 'day' ? (
        <input
          type="date"
          value={target}
          aria-label={t('day')}
          title={t('day')}
          onChange={(event) => setTarget(event.target.value)}
          data-testid="scene-target"
        />
      ) : about === 'case' ? (
        <input
          value={target}
          aria-label={t('caseNumber')}
          placeholder={t('caseNumber')}
          autoComplete="off"
          onChange={(event) => setTarget(event.target.value)}
          data-testid="scene-target"
        />
      ) : (
        about !== 'none' && (
          <select
            value={wanted ?? ''}
            aria-label={t('sceneTarget')}
            onChange={(event) => setTarget(event.target.value)}
            data-testid="scene-target"
          >
            {offered.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )
      )}
      <button type="submit" className={styles.button} data-testid="add-step">
        ＋ {t('addStep')}
      </button>
    </form>
  );
}

/** What a kind of scene may be about, by name. */
function useOffered(kind: SceneKind): { id: string; name: string }[] {
  const names = useDictionary();
  const { language } = useLanguage();
  if (kind === 'category') {
    const categories = names.dictionary?.categories.filter(({ retired }) => retired !== true) ?? [];
    return categories.map((each) => ({ id: each.key, name: nameIn(language, each) }));
  }
  const places = names.dictionary?.places.filter(({ level }) => level === kind) ?? [];
  return places.map((place) => {
    const parent = kind === 'subdistrict' ? names.place(place.parentCode) : null;
    const own = nameIn(language, place);
    return { id: place.code, name: parent === null ? own : `${nameIn(language, parent)} · ${own}` };
  });
}
