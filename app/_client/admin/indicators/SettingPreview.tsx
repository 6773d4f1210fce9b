'use client';
import { useTranslations } from 'use-intl';
import type { EvaluationAnswer, IndicatorsAnswer } from '#wire/http/evaluation.ts';
import { useAnswer } from '../../frame/use-answer.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import parts from '../../frame/page-parts.module.css';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { effectsOf, previewAddress, touched, type DraftChange } from './settings-draft.ts';
import styles from './indicators.module.css';

/** What becomes of this month's figures of the city under a change that is not in force yet. */
export function SettingPreview({ definitions, change }: { definitions: IndicatorsAnswer; change: DraftChange }) {
  const t = useTranslations('indicators');
  const { language } = useLanguage();
  const changes = Object.keys(change).length > 0;
  const ids = touched(definitions, change);
  const [now, againNow] = useAnswer<EvaluationAnswer>(changes ? previewAddress(ids, {}) : null);
  const [then, againThen] = useAnswer<EvaluationAnswer>(changes ? previewAddress(ids, change) : null);
  const ready = now.state === 'ready' && now.fresh && then.state === 'ready' && then.fresh;
  const effects = ready ? effectsOf(now.answer, then.answer, change.grades ?? null) : [];
  return (
    <section className={styles.preview} aria-label={t('preview')} aria-live="polite" data-testid="preview">
      <h3>{t('preview')}</h3>
      {!changes && <p className={parts.note}>{t('previewNone')}</p>}
      {changes && now.state === 'failed' && <Waiting asked={now} again={againNow} />}
      {changes && then.state === 'failed' && <Waiting asked={then} again={againThen} />}
      {changes && !ready && now.state !== 'failed' && then.state !== 'failed' && (
        <p className={parts.note}>{t('previewWait')}</p>
      )}
      {ready && effects.length === 0 && <p className={parts.note}>{t('previewSame')}</p>}
      {effects.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('indicator')}</th>
              <th scope="col">{t('now')}</th>
              <th scope="col">{t('then')}</th>
            </tr>
          </thead>
          <tbody>
            {effects.map((effect) => (
              <tr key={effect.id}>
                <th scope="row">
                  {definitions.indicators.find(({ id }) => id === effect.id)?.name[language] ?? effect.id}
                  <span>
                    {effect.districts > 0 && t('districts', { count: effect.districts })}{' '}
                    {effect.grades > 0 && t('gradesMove', { count: effect.grades })}
                  </span>
                </th>
                <td>{effect.now ?? '–'}</td>
                <td>{effect.then ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
