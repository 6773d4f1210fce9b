'use client';
import { useTranslations } from 'use-intl';
import { useDesk } from '../../DeskProvider.tsx';
import { keyOfCommand } from '../../keys/desk-commands.ts';
import { undoLast } from '../../keys/undo.ts';
import { Key } from '../../shapes/Key.tsx';
import { StateShape } from '../../shapes/StateShape.tsx';
import { tallied, type BulkLine, type BulkState } from './bulk-runner.ts';
import styles from './bulk.module.css';

/** More results than this are counted alone. */
const MOST_LINES = 200;

/** How far an act on several has come, and of each case that was not done why; done ones are counted. */
export function BulkResults({ state }: { state: Extract<BulkState, { phase: 'running' | 'done' }> }) {
  const t = useTranslations('queues.bulk');
  const desk = useDesk();
  const { act, lines } = state;
  const counts = tallied(lines);
  const open = lines.filter(({ result }) => result.kind !== 'done');
  return (
    <section className={styles.bar} aria-label={t('title')} data-testid="bulk-results" data-phase={state.phase}>
      <p className={styles.head} role="status">
        <b>
          {state.phase === 'running'
            ? t('running', { act: t(`act.${act}`), done: lines.length, total: state.total })
            : t(state.undoing === true ? 'undone' : 'done', { act: t(`act.${act}`), count: counts.done })}
        </b>
        {desk.bulk.canUndo && (
          <button type="button" onClick={() => void undoLast(desk)} data-testid="bulk-undo">
            <Key>{keyOfCommand('undo')}</Key> {t('undo')}
          </button>
        )}
        <button type="button" onClick={() => desk.bulk.leave()} data-testid="bulk-close">
          <Key quiet>Esc</Key> {t(state.phase === 'running' ? 'stop' : 'close')}
        </button>
      </p>
      <p className={styles.sums}>
        {t('counts', { refused: counts.refused, left: counts['left-out'], unanswered: counts.unanswered })}
        {state.phase === 'done' && counts.unanswered > 0 && (
          <button type="button" onClick={() => void desk.bulk.again()} data-testid="bulk-again">
            {t('again', { count: counts.unanswered })}
          </button>
        )}
      </p>
      {open.length > 0 && (
        <ul className={styles.lines}>
          {open.slice(0, MOST_LINES).map((line) => (
            <Result key={line.picked.caseId} line={line} />
          ))}
          {open.length > MOST_LINES && <li>{t('more', { count: open.length - MOST_LINES })}</li>}
        </ul>
      )}
    </section>
  );
}

function Result({ line: { picked, result } }: { line: BulkLine }) {
  const t = useTranslations('queues.bulk');
  const refusals = useTranslations('refusal');
  const faults = useTranslations('refusal.why');
  const outcome = useTranslations('desk.outcome');
  const desk = useDesk();
  const fault = result.kind === 'refused' ? result.refusal.why : undefined;
  const why =
    result.kind === 'refused'
      ? fault === undefined
        ? refusals(result.refusal.code)
        : faults(fault.fault, { about: fault.about ?? '' })
      : result.kind === 'left-out'
        ? t(`left.${result.why}`)
        : result.kind === 'unanswered'
          ? t('unanswered')
          : '';
  const other = result.kind === 'refused' ? result.refusal.other : undefined;
  return (
    <li data-result={result.kind}>
      {result.kind === 'refused' && <StateShape shape="changed" />}
      <button type="button" onClick={() => desk.openCase(picked.caseNumber, picked.caseId)}>
        {picked.caseNumber}
      </button>
      <span>
        {why} {other === undefined ? '' : outcome('who', { name: other.name })}
      </span>
    </li>
  );
}
