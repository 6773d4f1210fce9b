'use client';
import { useTranslations } from 'use-intl';
import { MOST_NOTE, MOST_STEPS, type BriefingStep } from '#domain/briefing/briefing-list.ts';
import type { ListDraft } from './briefing-api.ts';
import { moved, plannedOf, spanText, stepOf } from './drafts.ts';
import { ScenePicker } from './ScenePicker.tsx';
import type { ListsSay } from './use-lists.ts';
import { useSceneName } from './use-scene-name.ts';
import styles from './briefing.module.css';

const PLANNED = [30, 60, 120, 180, 300, 600] as const;

type Props = {
  draft: ListDraft;
  isNew: boolean;
  isChanged: boolean;
  says: ListsSay;
  onChange: (draft: ListDraft) => void;
  onSave: () => void;
  onRemove: () => void;
};

/** A list with its steps in order: what is shown, for how long, and what the presenter says to it. */
export function ListEditor({ draft, isNew, isChanged, says, onChange, onSave, onRemove }: Props) {
  const t = useTranslations('briefing');
  const { steps } = draft;
  const planned = plannedOf(steps);
  const change = (next: readonly BriefingStep[]): void => onChange({ ...draft, steps: next });
  return (
    <>
      <div className={styles.naming}>
        <input
          className={styles.name}
          value={draft.name}
          maxLength={60}
          aria-label={t('name')}
          onChange={({ target }) => onChange({ ...draft, name: target.value })}
          data-testid="list-name"
        />
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={draft.shared}
            onChange={({ target }) => onChange({ ...draft, shared: target.checked })}
          />
          {t('share')}
        </label>
        {isChanged && (
          <button
            type="button"
            className={styles.button}
            disabled={draft.name.trim() === ''}
            onClick={onSave}
            data-testid="save-list"
          >
            {t('save')}
          </button>
        )}
        {!isNew && !isChanged && (
          <button type="button" className={styles.button} onClick={onRemove} data-testid="remove-list">
            {t('remove')}
          </button>
        )}
      </div>
      {says !== null && (
        <p className={styles.away} role="alert">
          {typeof says === 'string' ? t(says) : t('refused', { why: says.refused })}
        </p>
      )}
      <ol className={styles.editing}>
        {steps.map((step, index) => (
          <StepFields
            key={`${index}-${step.scene.kind}-${step.scene.target ?? ''}`}
            step={step}
            no={index + 1}
            last={index === steps.length - 1}
            onChange={(next) => change(steps.map((each, at) => (at === index ? next : each)))}
            onMove={(by) => change(moved(steps, index, by))}
            onRemove={() => change(steps.filter((_, at) => at !== index))}
          />
        ))}
      </ol>
      {steps.length < MOST_STEPS && <ScenePicker onAdd={(scene) => change([...steps, stepOf(scene)])} />}
      <p className={styles.sum}>
        {t('stepCount', { count: steps.length })}
        {planned !== null && ` · ${t('planned', { span: spanText(planned) })}`}
      </p>
    </>
  );
}

type StepProps = {
  step: BriefingStep;
  no: number;
  last: boolean;
  onChange: (step: BriefingStep) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
};

function StepFields({ step, no, last, onChange, onMove, onRemove }: StepProps) {
  const t = useTranslations('briefing');
  const { kind, of } = useSceneName()(step.scene);
  return (
    <li className={styles.field} data-testid="step-fields">
      <span className={styles.no}>{no}</span>
      <span className={styles.scene}>
        <b>{of === '' ? kind : of}</b> {of !== '' && <span>{kind}</span>}
      </span>
      <select
        value={step.plannedSeconds ?? ''}
        aria-label={t('plan')}
        onChange={({ target }) =>
          onChange({ ...step, plannedSeconds: target.value === '' ? null : Number(target.value) })
        }
      >
        <option value="">{t('noPlan')}</option>
        {PLANNED.map((seconds) => (
          <option key={seconds} value={seconds}>
            {spanText(seconds)}
          </option>
        ))}
      </select>
      <span className={styles.moves}>
        <button type="button" disabled={no === 1} aria-label={t('up')} onClick={() => onMove(-1)}>
          ↑
        </button>
        <button type="button" disabled={last} aria-label={t('down')} onClick={() => onMove(1)}>
          ↓
        </button>
        <button type="button" aria-label={t('removeStep')} onClick={onRemove}>
          ✕
        </button>
      </span>
      <textarea
        rows={1}
        value={step.note}
        maxLength={MOST_NOTE}
        placeholder={t('note')}
        aria-label={t('note')}
        onChange={({ target }) => onChange({ ...step, note: target.value })}
        data-testid="note"
      />
    </li>
  );
}
