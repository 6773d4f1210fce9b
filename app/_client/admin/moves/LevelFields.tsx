'use client';
import { useTranslations } from 'use-intl';
import { POST_LEVELS } from '#domain/account/post.ts';
import { MOST_LEVELS, SUPERVISORS } from '#domain/case/supervision-level.ts';
import parts from '../../frame/page-parts.module.css';
import { anotherLevel, hoursOf, type LevelDraft } from './level-draft.ts';
import styles from './moves.module.css';

type Props = { levels: readonly LevelDraft[]; onLevels: (levels: readonly LevelDraft[]) => void };

/** The city's levels of supervision: their names, who raises them, and the reply that they demand. */
export function LevelFields({ levels, onLevels }: Props) {
  const t = useTranslations('rules.supervision');
  const change = (no: number, to: Partial<LevelDraft>): void =>
    onLevels(levels.map((level, index) => (index + 1 === no ? { ...level, ...to } : level)));
  return (
    <fieldset className={styles.supervision} data-testid="supervision-levels">
      <legend>{t('title')}</legend>
      <p className={parts.note}>{t('says')}</p>
      {levels
        .map((level, index) => ({ level, no: index + 1 }))
        .map(({ level, no }) => (
          <LevelRow key={no} no={no} level={level} onChange={(to) => change(no, to)} />
        ))}
      <p className={styles.levelActs}>
        <button
          type="button"
          className={parts.button}
          disabled={levels.length >= MOST_LEVELS}
          onClick={() => onLevels([...levels, anotherLevel()])}
          data-testid="level-add"
        >
          {t('add')}
        </button>
        <button
          type="button"
          className={parts.button}
          disabled={levels.length <= 1}
          onClick={() => onLevels(levels.slice(0, -1))}
          data-testid="level-drop"
        >
          {t('drop', { no: levels.length })}
        </button>
      </p>
    </fieldset>
  );
}

type RowProps = { no: number; level: LevelDraft; onChange: (to: Partial<LevelDraft>) => void };

function LevelRow({ no, level, onChange }: RowProps) {
  const t = useTranslations('rules.supervision');
  const roles = useTranslations('desk.role');
  return (
    <div className={styles.level} role="group" aria-label={t('level', { no })}>
      <b>{no}</b>
      {(['zh', 'en'] as const).map((language) => (
        <input
          key={language}
          value={level[language]}
          maxLength={language === 'zh' ? 20 : 40}
          aria-label={t(`name.${language}`, { no })}
          aria-invalid={level[language].trim() === ''}
          onChange={(event) => onChange({ [language]: event.target.value })}
          data-testid={`level-${no}-${language}`}
        />
      ))}
      {SUPERVISORS.map((role) => (
        <label key={role}>
          <span>{roles(role)}</span>
          <select
            value={level.from[role] ?? ''}
            onChange={(event) =>
              onChange({
                from: { ...level.from, [role]: POST_LEVELS.find((one) => one === event.target.value) ?? null },
              })
            }
            data-testid={`level-${no}-${role}`}
          >
            <option value="">{t('nobody')}</option>
            {POST_LEVELS.map((from) => (
              <option key={from} value={from}>
                {t(`from.${from}`)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label>
        <span>{t('replyHours')}</span>
        <input
          inputMode="numeric"
          value={level.replyHours}
          placeholder={t('asSaid')}
          aria-invalid={Number.isNaN(hoursOf(level.replyHours))}
          onChange={(event) => onChange({ replyHours: event.target.value })}
          data-testid={`level-${no}-hours`}
        />
      </label>
    </div>
  );
}
