'use client';
import { useTranslations } from 'use-intl';
import { FileDrop } from '../../frame/FileDrop.tsx';
import parts from '../../frame/page-parts.module.css';
import { bytesText } from './bytes-text.ts';
import type { ImportState, ImportStep } from './import-state.ts';
import type { ListAnswer } from './list-answers.ts';
import { useListWords } from './list-words.ts';
import styles from './lists.module.css';

type Props = { list: ListAnswer; state: ImportState; step: (next: ImportStep) => void };

/** The file, dropped or picked, with what must be said of it; and an empty one to fill in. */
export function ChooseStep({ list, state, step }: Props) {
  const t = useTranslations('admin.lists');
  const words = useListWords();
  return (
    <>
      <FileDrop
        accept=".csv,.xlsx,.xls,.json,.geojson,.zip,.shp,.txt,.tsv"
        onFile={(file) => step({ type: 'file', file })}
      >
        {state.file === null ? (
          <>
            <b>{t('drop')}</b>
            <span>{t('dropSays')}</span>
          </>
        ) : (
          <>
            <b data-testid="file-name">{state.file.name}</b>
            <span>
              {bytesText(state.file.size)} · {t('dropOther')}
            </span>
          </>
        )}
      </FileDrop>
      {list.options.length > 0 && (
        <div className={parts.bar}>
          {list.options.map(({ name, choices, fallback }) => (
            <label key={name} className={parts.field}>
              {words.option(name)}
              {choices === null ? (
                <input
                  value={state.options[name] ?? ''}
                  onChange={(event) => step({ type: 'option', name, value: event.target.value })}
                  required={fallback === null}
                />
              ) : (
                <select
                  value={state.options[name] ?? ''}
                  onChange={(event) => step({ type: 'option', name, value: event.target.value })}
                  data-testid={`option-${name}`}
                >
                  {fallback === null && <option value="">{t('pickOne')}</option>}
                  {choices.map((choice) => (
                    <option key={choice} value={choice}>
                      {words.choice(name, choice)}
                    </option>
                  ))}
                </select>
              )}
            </label>
          ))}
        </div>
      )}
      {list.templates.length > 0 && (
        <p className={styles.templates}>
          {t('template')}{' '}
          {list.templates.map((format) => (
            <a
              key={format}
              href={`/api/v1/lists/${list.id}/template?format=${format}`}
              download
              data-testid={`template-${format}`}
            >
              {format.toUpperCase()}
            </a>
          ))}
        </p>
      )}
    </>
  );
}
