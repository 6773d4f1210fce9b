'use client';
import { useTranslations } from 'use-intl';
import { foldSteps, isCounted, isDaysOff, type Step } from '#domain/clock/step.ts';
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
    const name = step.dayName === undefined ? '' : step.dayName[language];
    if (step.limit !== undefined) return t(`step.${step.kind}`, { name: limitText(step.limit, language) });
    return t(`step.${step.kind}`, { name: step.calendars?.to ?? name });
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
  if (isDaysOff(step.kind) || step.kind.startsWith('not-counted')) return 'not-counted';
  return 'event';
}

function amount(step: Step): string {
  if (step.countedMs > 0) return `− ${hoursMinutes(step.countedMs)}`;
  if (step.to === step.from) return '';
  return '0:00';
}
