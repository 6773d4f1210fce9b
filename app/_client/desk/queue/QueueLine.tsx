'use client';
import { memo, useCallback, type PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { ClockBasis } from '#domain/clock/limit.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { TickingText } from '../../realtime/TickingText.tsx';
import { leftText, whenText } from '../clock/words.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { useNames } from '../names/use-names.ts';
import { ALERT_SHAPE } from '../case/passed.ts';
import { StateShape } from '../shapes/StateShape.tsx';
import type { Line } from './held-order.ts';
import { sectionOf } from './order.ts';
import styles from './queue.module.css';

type Props = { line: Line; selected: boolean };

/**
 * One case of the queue in two lines: what, where and in which stage; time left and due time. The list has the focus and
 * the keys; a line only takes the pointer.
 */
export const QueueLine = memo(DrawnLine, (before, after) => {
  return (
    before.selected === after.selected &&
    before.line.gone === after.line.gone &&
    before.line.item.worst === after.line.item.worst &&
    before.line.item.alerts.length === after.line.item.alerts.length
  );
});

function DrawnLine({ line: { item, gone }, selected }: Props) {
  const t = useTranslations('desk.queue');
  const stages = useTranslations('desk.stage');
  const desk = useDesk();
  const names = useNames();
  const { worst } = item;
  const limit = worst.stage === 'dispose' ? names.limit(worst.categoryKey, worst.conditionNo) : null;
  return (
    <div
      id={`queue-${item.caseId}`}
      role="option"
      aria-selected={selected}
      className={styles.line}
      data-gone={gone || undefined}
      data-state={worst.threshold === 'warning' ? 'warning' : 'timeout'}
      onPointerDown={keepFocus}
      onClick={() => desk.openCase(item.caseNumber, item.caseId)}
      data-testid="queue-line"
      data-case={item.caseNumber}
    >
      <span className={styles.shapes}>
        {gone ? (
          <StateShape shape="ended" label={t('gone')} />
        ) : (
          <>
            <StateShape
              shape={ALERT_SHAPE[worst.threshold]}
              label={t(`section.${worst.threshold === 'warning' ? 'due-soon' : sectionOf(worst)}`)}
            />
            {worst.supervised && worst.threshold !== 'reply-late' && (
              <StateShape shape="supervised" label={t('section.supervised')} />
            )}
          </>
        )}
      </span>
      <span className={styles.what}>
        <b>{names.category(worst.categoryKey, worst.conditionNo)}</b>
        {worst.urgent && <em>{t('urgent')}</em>}
        {worst.takenBy !== null && (
          <span className={styles.who} data-me={worst.takenBy === desk.me.id || undefined} data-testid="taken-by">
            {worst.takenBy === desk.me.id ? t('me') : worst.takenByName}
          </span>
        )}
      </span>
      <span className={styles.where}>
        {names.area(worst.districtCode, worst.subdistrictCode)} · {stages(worst.stage)}
        {limit === null ? '' : ` · ${limit}`}
      </span>
      <LeftTime basis={worst.basis} dueAt={worst.dueAt} gone={gone} />
    </div>
  );
}

function LeftTime({ basis, dueAt, gone }: { basis: ClockBasis; dueAt: number; gone: boolean }) {
  const { time } = useDesk();
  const t = useTranslations('desk.queue');
  const { language } = useLanguage();
  const zone = useTimeZone();
  const left = useCallback(
    (now: number) => leftText(time.left(basis, now, dueAt), language),
    [time, basis, dueAt, language],
  );
  const when = useCallback((now: number) => whenText(dueAt, now, zone, language), [dueAt, zone, language]);
  return (
    <>
      {gone ? <span className={styles.left}>{t('gone')}</span> : <TickingText textAt={left} className={styles.left} />}
      <TickingText textAt={when} className={styles.due} />
    </>
  );
}

/** A pressed line must not take the focus from the case that opens. */
function keepFocus(event: PointerEvent): void {
  event.preventDefault();
}
