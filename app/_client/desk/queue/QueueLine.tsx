'use client';
import { memo, useCallback, type MouseEvent, type PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { ClockBasis } from '#domain/clock/limit.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { TickingText } from '../../realtime/TickingText.tsx';
import { leftText, whenText } from '../clock/words.ts';
import type { Desk } from '../desk.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import type { Line } from './held-order.ts';
import { LineShapes } from './LineShapes.tsx';
import { AlertWords } from './words/AlertWords.tsx';
import { RequestWords } from './words/RequestWords.tsx';
import { SupervisionWords } from './words/SupervisionWords.tsx';
import { TaskWords } from './words/TaskWords.tsx';
import styles from './queue.module.css';

type Props = {
  line: Line;
  selected: boolean;
  /** Picked for an act on several. */
  marked: boolean;
  /** It stands under its opened card. */
  inCard: boolean;
};

/**
 * One line of a queue in two rows: what, where and who; time left and an instant. The list has the focus and the keys; a
 * line only takes the pointer.
 */
export const QueueLine = memo(DrawnLine, (before, after) => {
  const [was, is] = [before.line.item, after.line.item];
  return (
    before.selected === after.selected &&
    before.marked === after.marked &&
    before.inCard === after.inCard &&
    before.line.gone === after.line.gone &&
    was.worst === is.worst &&
    was.late === is.late &&
    was.alerts.length === is.alerts.length
  );
});

function DrawnLine({ line: { item, gone }, selected, marked, inCard }: Props) {
  const desk = useDesk();
  const { worst } = item;
  const isWarning = 'threshold' in worst && worst.threshold === 'warning';
  return (
    <div
      id={`queue-${item.id}`}
      role="option"
      aria-selected={selected}
      className={styles.line}
      data-gone={gone || undefined}
      data-state={item.late ? 'timeout' : isWarning ? 'warning' : 'calm'}
      data-marked={marked || undefined}
      data-inner={inCard || undefined}
      onPointerDown={keepFocus}
      onClick={(event) => clicked(desk, event, item.id, () => void desk.openLine(item))}
      data-testid="queue-line"
      data-case={item.caseNumber}
      data-line={item.id}
    >
      <LineShapes item={item} gone={gone} marked={marked} />
      <Words worst={worst} />
      <LeftTime basis={worst.basis} dueAt={worst.dueAt} gone={gone} />
      <Instant worst={worst} />
    </div>
  );
}

function Words({ worst }: Pick<Line['item'], 'worst'>) {
  if (!('queue' in worst)) return <AlertWords row={worst} />;
  if (worst.queue === 'request') return <RequestWords row={worst} />;
  return worst.queue === 'task' ? <TaskWords row={worst} /> : <SupervisionWords row={worst} />;
}

function LeftTime({ basis, dueAt, gone }: { basis: ClockBasis; dueAt: number | null; gone: boolean }) {
  const { time } = useDesk();
  const t = useTranslations('desk.queue');
  const { language } = useLanguage();
  const left = useCallback(
    (now: number) => (dueAt === null ? '' : leftText(time.left(basis, now, dueAt), language)),
    [time, basis, dueAt, language],
  );
  return gone ? (
    <span className={styles.left}>{t('gone')}</span>
  ) : (
    <TickingText textAt={left} className={styles.left} />
  );
}

/** When it is due; of a request when it was asked, and of a supervision that demands no reply when it was raised. */
function Instant({ worst }: Pick<Line['item'], 'worst'>) {
  const since = useTranslations('queues.since');
  const { language } = useLanguage();
  const zone = useTimeZone();
  const asked =
    'queue' in worst && (worst.queue === 'request' || (worst.queue === 'supervision' && worst.dueAt === null));
  const at = asked ? worst.at : worst.dueAt;
  const when = useCallback(
    (now: number) => {
      const text = at === null ? '' : whenText(at, now, zone, language);
      return asked ? since(worst.queue, { when: text }) : text;
    },
    [at, asked, worst, zone, language, since],
  );
  return <TickingText textAt={when} className={styles.due} />;
}

/** A click opens; with ⌘ or Ctrl it picks, with the shift key everything from what was picked last. */
export function clicked(desk: Desk, event: MouseEvent, id: string, open: () => void): void {
  const { queue } = desk;
  if (queue.source.name !== 'alerts') return open();
  if (event.shiftKey) return queue.markTo(id);
  const onShapes = event.target instanceof Element && event.target.closest('[data-picks]') !== null;
  if (event.ctrlKey || event.metaKey || onShapes) return queue.mark(id);
  open();
}

/** A pressed line must not take the focus from the case that opens. */
export function keepFocus(event: PointerEvent): void {
  event.preventDefault();
}
