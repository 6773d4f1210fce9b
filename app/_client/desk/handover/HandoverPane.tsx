'use client';
import { useTranslations } from 'use-intl';
import type { Became, HandoverAnswer } from '#wire/http/handover.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { momentText } from '../../i18n/instants.ts';
import { becameByKey, sectionsOf, type SheetLine } from '../../shift/sheet-lines.ts';
import { useDictionary } from '../../stores/use-dictionary.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { Key } from '../shapes/Key.tsx';
import { StateShape } from '../shapes/StateShape.tsx';
import { useShiftStart } from './ShiftStartProvider.tsx';
import styles from './handover.module.css';

/** What the shift started from, in the middle of the desk, with what of it is still open. */
export function HandoverPane({ handover }: { handover: HandoverAnswer }) {
  const t = useTranslations('shift.desk');
  const words = useTranslations('shift.sheet');
  const desk = useDesk();
  const start = useShiftStart();
  const { language } = useLanguage();
  const zone = useTimeZone();
  const names = useDictionary();
  const { content, leaves, now } = handover;
  const sections = sectionsOf(content, names, language).filter(({ name, total }) => total > 0 && name !== 'walls');
  const became = becameByKey(now.became);
  return (
    <main className={styles.pane} tabIndex={-1} id="desk-case" aria-label={t('title')} data-testid="handover-pane">
      <header>
        <div>
          <p>{t('from', { name: leaves.name, at: momentText(handover.at, now.at, zone, language) })}</p>
          <h1>
            {t('title')} <b data-testid="handover-open">{t('open', { count: now.open })}</b>
          </h1>
        </div>
        <p className={styles.ways}>
          <a href={`/shift/${handover.id}`} target="citywall-shift">
            {t('whole')}
          </a>
          <button type="button" onClick={() => desk.fold({ handover: false })}>
            <Key>⇧H</Key> {t('fold')}
          </button>
          <button type="button" onClick={() => void start.putAway()} data-testid="put-away">
            {t('putAway')}
          </button>
        </p>
      </header>
      <div className={styles.scroll}>
        {content.remark !== '' && <p className={styles.remark}>{content.remark}</p>}
        {sections.map(({ name, total, lines }) => (
          <section key={name}>
            <h2>
              {words(`section.${name}`)} {total}
            </h2>
            <ul>
              {openFirst(lines, became).map((line, index) => (
                <Line key={line.key ?? index} line={line} became={became.get(line.key ?? '')} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </main>
  );
}

function Line({ line, became }: { line: SheetLine; became: Became | undefined }) {
  const words = useTranslations('shift.sheet');
  const desk = useDesk();
  const { language } = useLanguage();
  const zone = useTimeZone();
  const { name, where, mark, kind, who, until, note, caseNumber } = line;
  const seenAt = desk.picture.now();
  return (
    <li data-state={became?.state} data-testid="handover-line">
      <span>{mark !== null && <StateShape shape={mark} label={words(`mark.${mark}`)} />}</span>
      <span>
        {caseNumber === null ? (
          <b>{name}</b>
        ) : (
          <button type="button" onClick={() => desk.openCase(caseNumber)}>
            {name}
          </button>
        )}{' '}
        <small>{where}</small>
        {note !== '' && <q>{note}</q>}
      </span>
      <span>
        {kind !== null && words(`kind.${kind}`)} {who}
      </span>
      <span>{until === null ? '' : momentText(until, seenAt, zone, language)}</span>
      <span data-now>{nowWords()}</span>
    </li>
  );

  function nowWords(): string {
    if (became === undefined) return '';
    const { state, by, at } = became;
    if (state === 'settled') {
      return at === null ? words('settled') : words('settledAt', { at: momentText(at, seenAt, zone, language) });
    }
    return by === null ? words('open') : words(state === 'passed' ? 'passedTo' : 'openWith', { name: by });
  }
}

function openFirst(lines: readonly SheetLine[], became: ReadonlyMap<string, Became>): SheetLine[] {
  const isSettled = ({ key }: SheetLine): number => Number(became.get(key ?? '')?.state === 'settled');
  return [...lines].sort((a, b) => isSettled(a) - isSettled(b));
}
