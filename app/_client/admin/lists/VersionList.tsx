'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import { Empty } from '../../frame/Waiting.tsx';
import parts from '../../frame/page-parts.module.css';
import { dayText, minuteText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import type { ListVersion } from './list-answers.ts';
import { undoList } from './list-calls.ts';
import { RefusalNote } from './RefusalNote.tsx';
import styles from './lists.module.css';

type Props = { kind: string; versions: readonly ListVersion[]; onChanged: () => void };

/** Who put what in force when, newest first; each older one can be brought back. */
export function VersionList({ kind, versions, onChanged }: Props) {
  const t = useTranslations('admin.lists');
  const { timeZone } = usePlaceOfWork();
  const { language } = useLanguage();
  const [state, setState] = useState<{ busy: boolean; refused: Error | null }>({ busy: false, refused: null });
  const undo = (version: string): void => {
    setState({ busy: true, refused: null });
    undoList(kind, version).then(
      () => {
        setState({ busy: false, refused: null });
        onChanged();
      },
      (error: unknown) => setState({ busy: false, refused: error instanceof Error ? error : new Error(String(error)) }),
    );
  };
  if (versions.length === 0) return <Empty>{t('noVersions')}</Empty>;
  return (
    <>
      {state.refused !== null && <RefusalNote error={state.refused} />}
      <ol className={styles.versions} data-testid="versions">
        {versions.map(({ version, at, by, note, current, counts }) => (
          <li key={version} data-current={current}>
            <p>
              <b>{t('version', { version })}</b>
              {current && <span className={parts.tag}>{t('current')}</span>}
              {!current && (
                <ConfirmDialog
                  trigger={
                    <button type="button" className={parts.link} disabled={state.busy} data-testid={`undo-${version}`}>
                      {t('undo')}
                    </button>
                  }
                  title={t('undoTitle', { version })}
                  lines={[t('undoSays'), t('confirmUndo')]}
                  yes={t('undo')}
                  onYes={() => undo(version)}
                />
              )}
            </p>
            <p>
              {dayText(at, timeZone, language)} {minuteText(at, timeZone)} · {by}
            </p>
            {note !== '' && <p>{note}</p>}
            <p>
              {t('versionCounts', {
                rows: countText(counts.rows),
                added: countText(counts.added),
                changed: countText(counts.changed),
                removed: countText(counts.removed),
              })}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
