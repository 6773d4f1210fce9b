'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { SCENE_KINDS, type Scene, type SceneKind } from '#domain/wall/scene.ts';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import parts from '../../frame/page-parts.module.css';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import type { DictionaryCategory, DictionaryPlace } from '../../stores/dictionary-store.ts';
import { nameOr } from '../names.ts';

type Props = { scene: Scene; onScene: (scene: Scene) => void; testId: string };
const KINDS = Object.keys(SCENE_KINDS) as SceneKind[];

/** A scene, and what it is about: a place or a category by its name, a case by its number, a day by its date. */
export function ScenePicker({ scene, onScene, testId }: Props) {
  const t = useTranslations('walls.scene');
  const kinds = useTranslations('scenes.kind');
  const { language } = useLanguage();
  const groups = useTargets();
  const chooseKind = (kind: SceneKind): void => {
    const about = SCENE_KINDS[kind];
    if (about === 'none' || about === 'day') return onScene({ kind });
    const first = about === 'case' ? '' : groups(kind)[0]?.targets[0]?.value;
    onScene({ kind, target: first ?? '' });
  };
  return (
    <>
      <label className={parts.field}>
        {t('kind')}
        <select
          value={scene.kind}
          onChange={(event) => chooseKind(event.target.value as SceneKind)}
          data-testid={`${testId}-kind`}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kinds(kind)}
            </option>
          ))}
        </select>
      </label>
      {SCENE_KINDS[scene.kind] !== 'none' && (
        <label className={parts.field}>
          {t(SCENE_KINDS[scene.kind])}
          {SCENE_KINDS[scene.kind] === 'day' ? (
            <input
              type="date"
              value={scene.target ?? ''}
              onChange={({ target: { value } }) =>
                onScene(value === '' ? { kind: scene.kind } : { kind: scene.kind, target: value })
              }
              data-testid={`${testId}-target`}
            />
          ) : scene.kind === 'incident' ? (
            <input
              value={scene.target ?? ''}
              maxLength={60}
              aria-invalid={(scene.target ?? '') === ''}
              onChange={(event) => onScene({ kind: scene.kind, target: event.target.value.trim() })}
              data-testid={`${testId}-target`}
            />
          ) : (
            <select
              value={scene.target ?? ''}
              onChange={(event) => onScene({ kind: scene.kind, target: event.target.value })}
              data-testid={`${testId}-target`}
            >
              {groups(scene.kind).map(({ label, targets }) =>
                label === null ? (
                  targets.map(({ value, named }) => (
                    <option key={value} value={value}>
                      {nameOr(language, named)}
                    </option>
                  ))
                ) : (
                  <optgroup key={label} label={label}>
                    {targets.map(({ value, named }) => (
                      <option key={value} value={value}>
                        {nameOr(language, named)}
                      </option>
                    ))}
                  </optgroup>
                ),
              )}
            </select>
          )}
        </label>
      )}
    </>
  );
}

type Target = { value: string; named: { nameZh: string; nameEn: string } };
type TargetGroup = { label: string | null; targets: Target[] };

/** What a scene of each kind may be about: districts, subdistricts by district, categories by class. */
function useTargets(): (kind: SceneKind) => TargetGroup[] {
  const { names } = usePlaceOfWork();
  const { language } = useLanguage();
  return useMemo(() => {
    const places = names.dictionary?.places ?? [];
    const districts: TargetGroup[] = [{ label: null, targets: names.districts.map(placeTarget) }];
    const subdistricts = grouped(
      places.filter(({ level }) => level === 'subdistrict'),
      ({ parentCode }) => {
        const parent = names.place(parentCode);
        return parent === null ? (parentCode ?? '') : nameOr(language, parent);
      },
      placeTarget,
    );
    const categories = grouped(
      (names.dictionary?.categories ?? []).filter(({ retired }) => retired !== true),
      ({ classZh, classEn }) => nameOr(language, { nameZh: classZh, nameEn: classEn }),
      (category: DictionaryCategory) => ({ value: category.key, named: category }),
    );
    return (kind) => {
      if (kind === 'category') return categories;
      return kind === 'subdistrict' ? subdistricts : districts;
    };
  }, [names, language]);
}

function placeTarget(place: DictionaryPlace): Target {
  return { value: place.code, named: place };
}

function grouped<Item>(
  items: readonly Item[],
  labelOf: (item: Item) => string,
  targetOf: (item: Item) => Target,
): TargetGroup[] {
  const groups = new Map<string, Target[]>();
  for (const item of items) {
    const label = labelOf(item);
    const targets = groups.get(label) ?? [];
    targets.push(targetOf(item));
    groups.set(label, targets);
  }
  return [...groups].map(([label, targets]) => ({ label, targets }));
}
