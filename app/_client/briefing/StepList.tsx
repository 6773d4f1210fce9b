'use client';
import { useTranslations } from 'use-intl';
import type { BriefingStep } from '#domain/briefing/briefing-list.ts';
import { spanText } from './drafts.ts';
import { useSceneName } from './use-scene-name.ts';
import styles from './briefing.module.css';

type Props = { steps: readonly BriefingStep[]; at: number; looked: number | null; onTap: (index: number) => void };

/** All steps; a first tap looks at one, a second puts it on the walls. */
export function StepList({ steps, at, looked, onTap }: Props) {
  const t = useTranslations('briefing');
  const nameOf = useSceneName();
  return (
    <ol className={styles.steps}>
      {steps.map(({ scene, plannedSeconds }, index) => {
        const { kind, of } = nameOf(scene);
        return (
          <li key={`${index}-${scene.kind}-${scene.target ?? ''}`}>
            <button
              type="button"
              className={styles.step}
              aria-current={index === at ? 'step' : undefined}
              aria-pressed={index === looked}
              data-done={index < at ? '' : undefined}
              onClick={() => onTap(index)}
              data-testid={`step-${index + 1}`}
            >
              <i>{index < at ? '✓' : index + 1}</i>
              <b>{of === '' ? kind : of}</b>
              <span>
                {index === at ? t('speaking') : of === '' ? '' : kind}
                {plannedSeconds !== null && ` ${t('plannedShort', { span: spanText(plannedSeconds) })}`}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
