'use client';
import { useTranslations } from 'use-intl';
import type { Became } from '#wire/http/handover.ts';
import { useSceneWords } from './use-scene-words.ts';
import { StateShape } from '../desk/shapes/StateShape.tsx';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { momentText } from '../i18n/instants.ts';
import type { SectionName, SheetLine } from './sheet-lines.ts';
import styles from './sheet.module.css';

type Props = {
  section: SectionName;
  lines: readonly SheetLine[];
  known: ReadonlyMap<string, Became>;
  /** When the handover was written, epoch ms. */
  at: number;
  timeZone: string;
};

type Column = 'what' | 'who' | 'since' | 'until';
const COLUMNS = {
  claims: [
    ['what', 'head.claims.what'],
    ['who', 'head.claims.who'],
    ['since', 'head.claims.since'],
    ['until', 'head.claims.until'],
  ],
  promises: [
    ['what', 'head.promises.what'],
    ['who', 'head.promises.who'],
    ['since', 'head.promises.since'],
    ['until', 'head.promises.until'],
  ],
  shelved: [
    ['what', 'head.shelved.what'],
    ['who', 'head.shelved.who'],
    ['since', 'head.shelved.since'],
    ['until', 'head.shelved.until'],
  ],
  standing: [
    ['what', 'head.standing.what'],
    ['who', 'head.standing.who'],
    ['since', 'head.standing.since'],
  ],
  walls: [
    ['what', 'head.walls.what'],
    ['who', 'head.walls.who'],
    ['since', 'head.walls.since'],
    ['until', 'head.walls.until'],
  ],
  teams: [
    ['what', 'head.teams.what'],
    ['since', 'head.teams.since'],
  ],
  feeds: [
    ['what', 'head.feeds.what'],
    ['who', 'head.feeds.who'],
    ['since', 'head.feeds.since'],
  ],
  screens: [
    ['what', 'head.screens.what'],
    ['who', 'head.screens.who'],
    ['since', 'head.screens.since'],
  ],
} as const satisfies Record<SectionName, readonly (readonly [Column, string])[]>;

/** One section's lines: what and where, who, since and until when, and how it stands now. */
export function SheetLines({ section, lines, known, at, timeZone }: Props) {
  const t = useTranslations('shift.sheet');
  const { language } = useLanguage();
  const sceneWords = useSceneWords();
  const when = (instant: number | null): string =>
    instant === null ? '–' : momentText(instant, at, timeZone, language);
  const has = (column: Column): boolean => COLUMNS[section].some(([one]) => one === column);
  // What was to be done by now and is not; what is put aside or claimed goes back by itself.
  const isLate = ({ until }: SheetLine): boolean => section === 'promises' && until !== null && until < at;
  const hasNow = section !== 'walls' && known.size > 0;
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          {COLUMNS[section].map(([column, head]) => (
            <th key={column} scope="col" data-column={column}>
              {t(head)}
            </th>
          ))}
          {hasNow && (
            <th scope="col" data-column="now">
              {t('now')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => {
          const became = line.key === null ? undefined : known.get(line.key);
          return (
            <tr key={line.key ?? index} data-state={became?.state} data-testid="handover-line">
              <th scope="row">
                {line.mark !== null && <StateShape shape={line.mark} label={t(`mark.${line.mark}`)} />}{' '}
                {line.href === null ? line.name : <a href={line.href}>{line.name}</a>}
                {line.caseNumber !== null && <code>{line.caseNumber}</code>}
                {line.scene !== null && <em>{sceneWords(line.scene)}</em>}
                {line.where !== '' && <small>{line.where}</small>}
                {line.note !== '' && <q>{line.note}</q>}
              </th>
              {has('who') && (
                <td>
                  {line.kind !== null && <span className={styles.tag}>{t(`kind.${line.kind}`)}</span>} {line.who}
                </td>
              )}
              {has('since') && <td>{when(line.since)}</td>}
              {has('until') && <td data-late={isLate(line) || undefined}>{when(line.until)}</td>}
              {hasNow && <td data-now>{became === undefined ? '' : nowWords(became)}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );

  function nowWords({ state, by, at: settledAt }: Became): string {
    if (state === 'settled') {
      return settledAt === null ? t('settled') : t('settledAt', { at: when(settledAt) });
    }
    return by === null ? t('open') : t(state === 'passed' ? 'passedTo' : 'openWith', { name: by });
  }
}
