'use client';
import { useTranslations } from 'use-intl';
import parts from '../../frame/page-parts.module.css';
import { LevelFields } from './LevelFields.tsx';
import { NUMBER_RULES, numberFor, type NumberRule, type RulesDraft } from './rules-draft.ts';
import styles from './moves.module.css';

const COMMANDS = ['two-level', 'one-level'] as const;

/** What the city sets about its moves, to be edited. Nothing is stored by it. */
export function RulesForm({ draft, onDraft }: { draft: RulesDraft; onDraft: (draft: RulesDraft) => void }) {
  const t = useTranslations('rules');
  return (
    <div className={styles.form} data-testid="rules-form">
      <fieldset>
        <legend>{t('command')}</legend>
        {COMMANDS.map((command) => (
          <label key={command} className={styles.choice}>
            <input
              type="radio"
              name="command"
              checked={draft.command === command}
              onChange={() => onDraft({ ...draft, command })}
              data-testid={`command-${command}`}
            />
            {t(`commandOf.${command}`)}
          </label>
        ))}
      </fieldset>
      {(Object.keys(NUMBER_RULES) as NumberRule[]).map((name) => (
        <label key={name} className={styles.number}>
          <span>{t(name)}</span>
          <input
            inputMode="numeric"
            value={draft[name]}
            aria-invalid={numberFor(name, draft[name]) === null}
            onChange={(event) => onDraft({ ...draft, [name]: event.target.value })}
            data-testid={name}
          />
          <small>{t('range', { least: NUMBER_RULES[name].least, most: NUMBER_RULES[name].most })}</small>
        </label>
      ))}
      <label className={parts.check}>
        <input
          type="checkbox"
          checked={draft.pauseWhilePending}
          onChange={(event) => onDraft({ ...draft, pauseWhilePending: event.target.checked })}
        />
        {t('pauseWhilePending')}
      </label>
      <LevelFields
        levels={draft.supervisionLevels}
        onLevels={(supervisionLevels) => onDraft({ ...draft, supervisionLevels })}
      />
    </div>
  );
}
