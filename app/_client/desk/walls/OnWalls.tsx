'use client';
import { useTranslations } from 'use-intl';
import type { StandingWall } from '#domain/wall/standing.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { minuteText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useStored } from '../../stores/use-summary.ts';
import acts from '../acts/acts.module.css';
import { useCanAct } from '../bar/LinkBanner.tsx';
import { named } from '../desk.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { StateShape } from '../shapes/StateShape.tsx';
import { caseOnWalls, type OnWall } from './case-on-walls.ts';
import styles from './walls.module.css';

/** Where the open case stands on walls now: who put it there, when it goes, and a button that takes it away. */
export function OnWalls({
  detail,
  walls,
  may,
}: {
  detail: CaseDetailAnswer;
  walls: readonly StandingWall[];
  may: boolean;
}) {
  const t = useTranslations('onWall');
  const desk = useDesk();
  const canAct = useCanAct();
  const state = useStored(desk.pusher, 0);
  const standing = caseOnWalls(walls, detail.summary.number, desk.picture.now());
  return (
    <>
      {standing.map((one) => (
        <p key={one.push.id} className={styles.on} role="status" data-testid="on-wall">
          <StateShape shape="changed" />
          <OnWallText one={one} />
          {may && (
            <button
              type="button"
              className={acts.act}
              disabled={!canAct || state.phase === 'pending'}
              onClick={() => void desk.pusher.takeAway(one.wall.id, one.push.id)}
              data-testid="take-from-wall"
            >
              {t('takeAway')}
            </button>
          )}
        </p>
      ))}
      {state.phase === 'failed' && (
        <p className={acts.outcome} role="alert" data-kind="bad" data-testid="wall-failed">
          {state.why === '' ? t('failed') : t('refused', { why: state.why })}{' '}
          <button type="button" onClick={() => desk.pusher.set({ phase: 'idle' })}>
            {t('leave')}
          </button>
        </p>
      )}
    </>
  );
}

function OnWallText({ one: { wall, push, hiddenBy } }: { one: OnWall }) {
  const t = useTranslations('onWall');
  const { me } = useDesk();
  const { language } = useLanguage();
  const zone = useTimeZone();
  return (
    <span>
      <b>{t('on', { wall: named(language, wall.names.zh, wall.names.en) })}</b>{' '}
      {push.screens === null ? t('whole') : t('onScreens', { screens: push.screens.join(' · ') })} ·{' '}
      {push.by.id === me.id ? t('byMe') : t('by', { name: push.by.name })} ·{' '}
      {push.until === null ? t('untilTaken') : t('until', { time: minuteText(push.until, zone) })}
      {hiddenBy !== null && <em> · {t('hidden', { name: hiddenBy })}</em>}
    </span>
  );
}
