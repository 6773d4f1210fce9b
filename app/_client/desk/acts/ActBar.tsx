'use client';
import { useTranslations } from 'use-intl';
import type { MoveName } from '#wire/command.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { useCanAct } from '../bar/LinkBanner.tsx';
import { useStored } from '../../stores/use-summary.ts';
import { useDesk } from '../DeskProvider.tsx';
import { Key } from '../shapes/Key.tsx';
import { ActForm } from './ActForm.tsx';
import { ActOutcome } from './ActOutcome.tsx';
import { actsFor, possibleOn, suggestedAct, type Act, type ActId } from './acts.ts';
import { closedByHand } from './closed-by-hand.ts';
import { closedReason } from './closed-reason.ts';
import { CommentBox } from './CommentBox.tsx';
import { useClosedWords } from './use-closed-words.ts';
import { ConflictPanel } from './ConflictPanel.tsx';
import { OnWalls } from '../walls/OnWalls.tsx';
import { ShowOnWall } from '../walls/ShowOnWall.tsx';
import { useWalls } from '../../wall/use-walls.ts';
import styles from './acts.module.css';

/** What may be done now, what not and why, and the text that goes with it. */
export function ActBar({ detail }: { detail: CaseDetailAnswer }) {
  const t = useTranslations('desk.act');
  const desk = useDesk();
  const form = useStored(desk.forms, 0);
  const acting = useStored(desk.runner, 0);
  const canAct = useCanAct();
  const walls = useTranslations('onWall');
  const standing = useWalls();
  const { walls: asksWall } = useStored(desk.view, 0);
  const legal = detail.legal as MoveName[];
  const { open, closed } = actsFor(possibleOn(detail));
  const suggested = suggestedAct(legal);
  const pending = acting.phase === 'pending';
  const untaken = detail.alerts.some(({ status }) => status === 'open');
  return (
    <section className={styles.bar} aria-label={t('title')} data-testid="acts">
      <ConflictPanel />
      <ActOutcome />
      <OnWalls detail={detail} walls={standing} may={desk.steersWalls} />
      {!canAct && (
        <p className={styles.away} data-testid="acts-away">
          {t('away')}
        </p>
      )}
      <div className={styles.acts}>
        <TakeButton detail={detail} disabled={!canAct || pending} />
        {open.map((act) => (
          <button
            key={act.id}
            type="button"
            className={styles.act}
            data-suggested={(form === null && !untaken && act.id === suggested) || undefined}
            aria-pressed={form?.act === act.id}
            aria-keyshortcuts={act.key}
            disabled={!canAct || pending}
            onClick={() => {
              desk.fold({ walls: false });
              desk.forms.begin(act.id as ActId);
            }}
            data-testid={`act-${act.id}`}
          >
            <Key>{act.key}</Key> <ActName act={act} detail={detail} />
          </button>
        ))}
        {desk.steersWalls && (
          <button
            type="button"
            className={styles.act}
            aria-pressed={asksWall}
            aria-keyshortcuts="Shift+W"
            disabled={!canAct || pending}
            onClick={() => desk.askForWall()}
            data-testid="act-show-on-wall"
          >
            <Key>⇧W</Key> {walls('title')}
          </button>
        )}
      </div>
      {form !== null ? (
        <ActForm detail={detail} form={form} />
      ) : asksWall ? (
        <ShowOnWall key={detail.summary.id} detail={detail} walls={standing} />
      ) : (
        <ClosedActs closed={closed} detail={detail} />
      )}
      {legal.includes('comment') && <CommentBox number={detail.summary.number} disabled={!canAct} />}
    </section>
  );
}

function ActName({ act, detail }: { act: Act; detail: CaseDetailAnswer }) {
  const moves = useTranslations('move');
  if (act.id === 'dispatch' && detail.summary.phase === 'dispose') return moves('dispatch.again');
  return moves(`${act.id as ActId}.name`);
}

function TakeButton({ detail, disabled }: { detail: CaseDetailAnswer; disabled: boolean }) {
  const t = useTranslations('desk.act');
  const moves = useTranslations('move');
  const desk = useDesk();
  const live = detail.alerts.filter(({ status }) => status !== 'resolved');
  const mine = live.some((alert) => alert.takenBy === desk.me.id);
  const free = live.some(({ status }) => status === 'open');
  const other = live.find((alert) => alert.takenBy !== null && alert.takenBy !== desk.me.id);
  const back = live.length === 0 && closedByHand(detail).length > 0;
  if (live.length === 0 && !back) return null;
  if (back || (mine && !free)) {
    return (
      <button
        type="button"
        className={styles.act}
        disabled={disabled}
        onClick={() => void desk.release()}
        aria-keyshortcuts="Shift+T"
        data-testid="act-release"
      >
        <Key>⇧T</Key> {back ? t('bringBack') : moves('release.name')}
      </button>
    );
  }
  return (
    <button
      type="button"
      className={styles.act}
      data-suggested={free || undefined}
      disabled={disabled || !free}
      onClick={() => void desk.take()}
      aria-keyshortcuts="T"
      data-testid="act-take"
    >
      <Key>T</Key> {moves('take.name')}
      {!free && other !== undefined && <em>{t('heldBy', { name: other.takenByName ?? '' })}</em>}
    </button>
  );
}

/** Acts that are not legal now stay in sight with the reason, so that nobody hunts for them. */
function ClosedActs({ closed, detail }: { closed: readonly Act[]; detail: CaseDetailAnswer }) {
  const words = useClosedWords();
  const moves = useTranslations('move');
  const { me, rules } = useDesk();
  const set = useStored(rules, 0);
  return (
    <div className={styles.closed}>
      {closed.map((act) => {
        const reason = closedReason(detail, act.moves[0] as MoveName, me.role, set);
        const why = words(reason);
        return (
          <button key={act.id} type="button" disabled title={why} data-testid={`act-${act.id}`}>
            <Key quiet>{act.key}</Key> {moves(`${act.id as ActId}.name`)} <em>{why}</em>
          </button>
        );
      })}
    </div>
  );
}
