'use client';
import { useEffect, useMemo, useRef, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { DISPOSITIONS, type DispositionKind } from '#domain/alert/alert.ts';
import { useCanAct } from '../../bar/LinkBanner.tsx';
import { useDesk } from '../../DeskProvider.tsx';
import { useNames } from '../../names/use-names.ts';
import { Key } from '../../shapes/Key.tsx';
import {
  isComplete,
  NO_BULK_INPUT,
  SHELF_HOURS,
  type BulkAct,
  type BulkInput,
  type BulkStep,
  type LeftOut,
} from './bulk.ts';
import { useExport } from './use-export.ts';
import styles from './bulk.module.css';

const WITH_TEXT: readonly BulkAct[] = ['shelve', 'close-alert', 'urge', 'dispatch', 'comment'];

/** Says exactly what an act on several will do and leave out, asks what it needs, and for a yes. */
export function BulkForm({ act, cases, input }: { act: BulkAct; cases: readonly number[]; input: BulkInput }) {
  const t = useTranslations('queues.bulk');
  const desk = useDesk();
  const canAct = useCanAct();
  const save = useExport();
  const first = useRef<HTMLElement>(null);
  const { withUrgent } = input;
  // Planned once an opening, so that what was said is what is done.
  const steps = useMemo(
    () => desk.planBulk(act, cases, { ...NO_BULK_INPUT, withUrgent }),
    [desk, act, cases, withUrgent],
  );
  const left = leftOut(steps);
  const done = steps.length - left.reduce((sum, [, count]) => sum + count, 0);
  useEffect(() => first.current?.focus(), [act]);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!isComplete(act, input) || done === 0) return;
    if (act === 'export') {
      save(steps.flatMap(({ picked }) => picked.alerts.slice(0, 1)));
      desk.bulk.leave();
      return;
    }
    void desk.runBulk(act, desk.planBulk(act, cases, input));
    document.getElementById('desk-queue')?.focus();
  };
  return (
    <form className={styles.bar} onSubmit={send} aria-label={t('title')} data-testid="bulk-form">
      <p className={styles.head}>
        <b>{t('ask', { act: t(`act.${act}`), count: done })}</b>
      </p>
      <p className={styles.sums} data-testid="bulk-sums">
        {left.length === 0
          ? t('all', { count: cases.length })
          : `${done} = ${cases.length} ${left.map(([why, count]) => `− ${t(`left.${why}`)} ${count}`).join(' ')}`}
      </p>
      {act === 'dispatch' && <Departments steps={steps} />}
      {left.some(([why]) => why === 'urgent') || withUrgent ? (
        <label className={styles.urgent}>
          <input
            type="checkbox"
            checked={withUrgent}
            onChange={(event) => desk.fillBulk(act, { withUrgent: event.target.checked })}
            data-testid="bulk-urgent"
          />{' '}
          {t('withUrgent')}
        </label>
      ) : null}
      {act === 'close-alert' && (
        <select
          className={styles.hours}
          value={input.kind}
          onChange={(event) => desk.fillBulk(act, { kind: event.target.value as DispositionKind })}
          aria-label={t('kindLabel')}
          data-testid="bulk-kind"
        >
          {DISPOSITIONS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </select>
      )}
      {act === 'shelve' && (
        <select
          className={styles.hours}
          value={input.hours}
          onChange={(event) => desk.fillBulk(act, { hours: Number(event.target.value) })}
          aria-label={t('hoursLabel')}
          data-testid="bulk-hours"
        >
          {SHELF_HOURS.map((hours) => (
            <option key={hours} value={hours}>
              {t('hours', { hours })}
            </option>
          ))}
        </select>
      )}
      {WITH_TEXT.includes(act) && (
        <input
          ref={first as React.RefObject<HTMLInputElement>}
          className={styles.text}
          value={input.text}
          maxLength={act === 'shelve' || act === 'close-alert' ? 200 : 500}
          onChange={(event) => desk.fillBulk(act, { text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
            desk.bulk.leave();
            document.getElementById('desk-queue')?.focus();
          }}
          placeholder={t(act === 'comment' ? 'text' : act === 'shelve' ? 'reason' : 'note')}
          aria-label={t(act === 'comment' ? 'text' : act === 'shelve' ? 'reason' : 'note')}
          autoComplete="off"
          data-testid="bulk-text"
        />
      )}
      <div className={styles.acts}>
        <button
          ref={WITH_TEXT.includes(act) ? undefined : (first as React.RefObject<HTMLButtonElement>)}
          type="submit"
          disabled={(!canAct && act !== 'export') || done === 0 || !isComplete(act, input)}
          data-testid="bulk-send"
        >
          <Key>⏎</Key> {t('yes', { act: t(`act.${act}`), count: done })}
        </button>
        <button type="button" onClick={() => desk.bulk.leave()} data-testid="bulk-leave">
          <Key quiet>Esc</Key> {t('no')}
        </button>
      </div>
    </form>
  );
}

/** To whom how many go. */
function Departments({ steps }: { steps: readonly BulkStep[] }) {
  const names = useNames();
  const counts = new Map<string, number>();
  for (const step of steps) {
    const [command] = 'commands' in step ? step.commands : [];
    if (command?.name !== 'move' || command.request.move.move !== 'dispatch') continue;
    const { department } = command.request.move;
    counts.set(department, (counts.get(department) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  return (
    <ul className={styles.departments}>
      {sorted.map(([code, count]) => (
        <li key={code}>
          {names.department(code)} {count}
        </li>
      ))}
    </ul>
  );
}

/** How many are left out for which reason. */
function leftOut(steps: readonly BulkStep[]): [LeftOut, number][] {
  const counts = new Map<LeftOut, number>();
  for (const step of steps) {
    if ('leftOut' in step) counts.set(step.leftOut, (counts.get(step.leftOut) ?? 0) + 1);
  }
  return [...counts];
}
