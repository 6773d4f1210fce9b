'use client';
import { useTranslations } from 'use-intl';
import { secondText } from '../../i18n/instants.ts';
import { useStored } from '../../stores/use-summary.ts';
import { useEventWords } from '../case/use-event-words.ts';
import { spanText } from '../clock/words.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { Key } from '../shapes/Key.tsx';
import { StateShape } from '../shapes/StateShape.tsx';
import { ACTS, isPossible, possibleOn } from './acts.ts';
import styles from './acts.module.css';

/** Another officer moved the case first: who, what, when; nothing was written over, what was typed is kept. */
export function ConflictPanel() {
  const t = useTranslations('desk.conflict');
  const moves = useTranslations('move');
  const words = useEventWords();
  const desk = useDesk();
  const { language } = useLanguage();
  const zone = useTimeZone();
  const conflict = useStored(desk.forms.conflict, 0);
  const open = useStored(desk.open, 0);
  if (conflict === null || open.phase !== 'ready') return null;
  const { act, by, what, at, refusedAt } = conflict;
  const possible = possibleOn(open.detail);
  const still = ACTS.some((one) => one.id === act && isPossible(one, possible));
  const event = open.detail.timeline.findLast(({ type }) => type === what);
  const did = words({ type: what, data: event?.data ?? {} });
  const number = open.number;
  const text = desk.drafts.read(number, act).text;
  const asNote = (): void => {
    const draft = desk.drafts.read(number, 'comment').text;
    desk.drafts.write(number, 'comment', draft === '' ? text : `${draft}\n${text}`, Date.now());
    desk.drafts.clear(number, act);
    desk.forms.leave();
    document.getElementById('desk-comment')?.focus();
  };
  return (
    <div className={styles.conflict} role="alert" data-testid="conflict">
      <p>
        <StateShape shape="changed" /> <b>{t('who', { name: by, time: secondText(at, zone) })}</b> {did}
        {refusedAt !== null && refusedAt > at && t('sooner', { span: spanText(refusedAt - at, language) })}
      </p>
      <p className={styles.conflictSays}>
        {refusedAt === null
          ? t('noticed', { act: moves(`${act}.name`) })
          : t('nothingWritten', { act: moves(`${act}.name`) })}{' '}
        {still ? '' : t('notLegal')}
      </p>
      <div className={styles.acts}>
        {still && (
          <button
            type="button"
            className={styles.act}
            data-suggested
            onClick={() => desk.forms.redo()}
            data-testid="redo"
          >
            {t('redo', { act: moves(`${act}.name`) })}
          </button>
        )}
        {text !== '' && (
          <button type="button" className={styles.act} onClick={asNote} data-testid="text-to-note">
            <Key>M</Key> {t('asNote')}
          </button>
        )}
        <button type="button" className={styles.act} onClick={() => desk.forms.leave()} data-testid="conflict-leave">
          <Key>Esc</Key> {t('leave')}
        </button>
      </div>
    </div>
  );
}
