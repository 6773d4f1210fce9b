'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SCREEN_WORD } from '#domain/screen/screen.ts';
import { covers } from '#domain/account/scope.ts';
import type { AskedScreenAnswer, ScreenAnswer } from '#wire/http/screens.ts';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import parts from '../../frame/page-parts.module.css';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { nameOr } from '../names.ts';
import styles from './screens.module.css';

export type Hanging = { wall: string; screen: string; label: string; scope: string };
type Props = {
  asked: AskedScreenAnswer;
  taken: readonly ScreenAnswer[];
  onApprove: (hanging: Hanging) => void;
  onDeny: () => void;
};

/** Where a screen hangs, what people call it, and whose data it shows. */
export function HangForm({ asked, taken, onApprove, onDeny }: Props) {
  const t = useTranslations('screens.approve');
  const { me, names } = usePlaceOfWork();
  const { language } = useLanguage();
  const [hanging, setHanging] = useState<Hanging>({
    wall: asked.wall,
    screen: asked.screen,
    label: '',
    scope: me.scope,
  });
  const set = (change: Partial<Hanging>): void => setHanging((before) => ({ ...before, ...change }));
  const valid = SCREEN_WORD.test(hanging.wall) && SCREEN_WORD.test(hanging.screen);
  const replaces = taken.some(
    ({ wall, screen, revokedAt }) => wall === hanging.wall && screen === hanging.screen && revokedAt === null,
  );
  const city = names.dictionary?.city ?? null;
  const places = [...(city === null ? [] : [city]), ...names.districts].filter(({ code }) => covers(me.scope, code));
  return (
    <form
      className={styles.hang}
      onSubmit={(event) => {
        event.preventDefault();
        onApprove({ ...hanging, label: hanging.label.trim() });
      }}
    >
      {(['wall', 'screen', 'label'] as const).map((name) => (
        <label key={name} className={parts.field}>
          {t(`field.${name}`)}
          <input
            value={hanging[name]}
            maxLength={60}
            onChange={(event) => set({ [name]: event.target.value })}
            aria-invalid={name !== 'label' && !SCREEN_WORD.test(hanging[name])}
            data-testid={`hang-${name}`}
          />
        </label>
      ))}
      <label className={parts.field}>
        {t('field.scope')}
        <select value={hanging.scope} onChange={(event) => set({ scope: event.target.value })} data-testid="hang-scope">
          {places.length === 0 && <option value={me.scope}>{me.scope}</option>}
          {places.map((place) => (
            <option key={place.code} value={place.code}>
              {nameOr(language, place)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className={parts.button} data-main disabled={!valid} data-testid="let-in">
        {t('letIn')}
      </button>
      <button type="button" className={parts.button} onClick={onDeny} data-testid="turn-away">
        {t('turnAway')}
      </button>
      {replaces && <p className={styles.replaces}>{t('replaces')}</p>}
    </form>
  );
}
