'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Scene } from '#domain/wall/scene.ts';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import parts from '../../frame/page-parts.module.css';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { nameOr } from '../names.ts';
import styles from './screens.module.css';

const WHOLE = ['overview', 'leagues', 'teams', 'replay'] as const;

/** Puts a scene on this screen for a while; its wall's program goes on by itself afterwards. */
export function PushField({ minutes, onPush }: { minutes: number; onPush: (scene: Scene) => void }) {
  const t = useTranslations('screens.acts');
  const { names } = usePlaceOfWork();
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<string>('overview');
  return (
    <form
      className={styles.name}
      onSubmit={(event) => {
        event.preventDefault();
        const kind = WHOLE.find((one) => one === chosen);
        onPush(kind === undefined ? { kind: 'district', target: chosen } : { kind });
      }}
    >
      <label className={parts.field}>
        {t('scene')}
        <select value={chosen} onChange={(event) => setChosen(event.target.value)} data-testid="scene">
          {WHOLE.map((kind) => (
            <option key={kind} value={kind}>
              {t(`sceneOf.${kind}`)}
            </option>
          ))}
          {names.districts.map((district) => (
            <option key={district.code} value={district.code}>
              {nameOr(language, district)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className={parts.button} data-testid="push">
        {t('push', { minutes })}
      </button>
    </form>
  );
}
