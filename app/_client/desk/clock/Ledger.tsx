'use client';
import { useTranslations } from 'use-intl';
import { foldSteps, isCounted, isDaysOff, type Step } from '#domain/clock/step.ts';
import { dateText, hoursText, seasonNames } from '#domain/clock/words.ts';
import { minuteText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { hoursMinutes } from './duration.ts';
import type { ClockAnswer } from './hero.ts';
import { daysApart, limitText, whenText } from './words.ts';
import styles from './clock.module.css';

/** More lines than this begin folded to what counts. */
const MOST_LINES = 14;

/** The sums behind the due instant: every stretch with what it counted and what was left after it. */
export function Ledger({ clock, folded }: { clock: ClockAnswer; folded: boolean }) {
  const t = useTranslations('desk.clock');
  const { language } = useLanguage();
  const zone = useTimeZone();
  const { picture } = useDesk();
  const now = picture.now();
  const all: readonly Step[] = clock.steps;
  const steps = folded || all.length > MOST_LINES ? foldSteps(all) : all;
  const when = (at: number): string => whenText(at, now, zone, language);
  const until = (from: number, to: number): string =>
    daysApart(from, to, zone) === 0 ? minuteText(to, zone) : when(to);
  const what = (step: Step): string => {
    const { kind, limit, season, local, calendars, dayName } = step;
    const name = limit === undefined ? (calendars?.to ?? dayName?.[language] ?? '') : limitText(limit, language);
    switch (kind) {
      case 'start':
        return season === undefined ? t('step.start', { name }) : t('step.given', { name });
      case 'local-hours':
        return t('step.local-hours', { name: local?.name[language] ?? '', hours: hoursText(local?.hours ?? []) });
      case 'season-awaited':
      case 'not-counted-season': {
        const opens = season === undefined ? '' : dateText(season.opensOn, language, true);
        return t(`step.${kind}`, { season: season === undefined ? '' : seasonNames[season.name][language], opens });
      }
      default:
        return t(`step.${kind}`, { name });
    }
  };
  return (
    <table className={styles.ledger} data-testid="ledger">
      <thead>
        <tr>
          <th>{t('from')}</th>
          <th>{t('what')}</th>
          <th>{t('counted')}</th>
          <th>{t('balance')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <tr key={`${step.kind}-${step.from}-${index}`} data-kind={rowKind(step)}>
            <td>{when(step.from)}</td>
            <td>
              {what(step)}
              {step.to !== null && step.to > step.from && <i> {t('until', { when: until(step.from, step.to) })}</i>}
            </td>
            <td>{amount(step)}</td>
            <td>{hoursMinutes(step.balanceMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function rowKind(step: Step): string {
  if (step.kind.startsWith('due')) return 'due';
  if (isCounted(step.kind)) return 'counted';
  if (isDaysOff(step.kind) || step.kind.startsWith('not-counted') || step.kind === 'season-awaited')
    return 'not-counted';
  return 'event';
}

function amount(step: Step): string {
  if (step.countedMs > 0) return `− ${hoursMinutes(step.countedMs)}`;
  if (step.to === step.from) return '';
  return '0:00';
}
