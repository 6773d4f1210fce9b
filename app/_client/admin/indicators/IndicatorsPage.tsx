'use client';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { IndicatorsAnswer } from '#wire/http/evaluation.ts';
import type { SettingChangesAnswer } from '#wire/http/setting-changes.ts';
import { PageHead } from '../../frame/PageHead.tsx';
import { useAnswer } from '../../frame/use-answer.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import parts from '../../frame/page-parts.module.css';
import { ChangeBox } from '../settings/ChangeBox.tsx';
import { postJson } from '../settings/post-json.ts';
import { SettingHistory } from '../settings/SettingHistory.tsx';
import { changeBack, changeOf, draftOf, type DraftChange, type SettingsDraft } from './settings-draft.ts';
import { SettingList } from './SettingList.tsx';
import { SettingPreview } from './SettingPreview.tsx';
import { useSettingLine } from './use-setting-line.ts';
import styles from './indicators.module.css';

const DEFINITIONS = '/api/v1/evaluation/indicators';
const SETTINGS = '/api/v1/evaluation/settings';

/** How the city reads its figures where sources disagree: seen, tried on this month's figures, put in force, taken back. */
export function IndicatorsPage() {
  const t = useTranslations('indicators');
  const [definitions, again] = useAnswer<IndicatorsAnswer>(DEFINITIONS);
  const [history, againHistory] = useAnswer<SettingChangesAnswer>(`${SETTINGS}/changes`);
  const [edited, setEdited] = useState<SettingsDraft | null>(null);
  const answer = definitions.state === 'ready' ? definitions.answer : null;
  const lineOf = useSettingLine(answer);
  const store = async (change: DraftChange): Promise<void> => {
    await postJson(SETTINGS, change);
    setEdited(null);
    again();
    againHistory();
  };
  const draft = answer === null ? null : (edited ?? draftOf(answer));
  const change = answer === null || draft === null ? null : changeOf(answer, draft);
  return (
    <>
      <PageHead title={t('title')} says={t('says')}>
        <Link href="/evaluation/definitions" prefetch={false} className={parts.button}>
          {t('definitions')}
        </Link>
      </PageHead>
      {answer === null || draft === null ? (
        <Waiting asked={definitions.state === 'failed' ? definitions : { state: 'asking' }} again={again} />
      ) : (
        <div className={styles.panes}>
          <SettingList definitions={answer} draft={draft} onDraft={setEdited} />
          <div className={styles.side} tabIndex={0} role="group" aria-label={t('preview')}>
            <SettingPreview definitions={answer} change={change ?? {}} />
            <ChangeBox
              lines={linesOf(answer, change ?? {}).map(lineOf)}
              valid={change !== null}
              onApply={() => store(change ?? {})}
              onDiscard={() => setEdited(null)}
            />
            <SettingHistory
              asked={history}
              again={againHistory}
              lineOf={lineOf}
              onUndo={(values) => store(changeBack(values))}
            />
          </div>
        </div>
      )}
    </>
  );
}

function linesOf(answer: IndicatorsAnswer, { choices = {}, grades, leastSample }: DraftChange) {
  const chosen = new Map(answer.settings.map((setting) => [setting.name, setting.chosen]));
  return [
    ...Object.entries(choices).map(([name, is]) => ({ name, was: chosen.get(name) ?? null, is })),
    ...(grades === undefined ? [] : [{ name: 'grades', was: answer.grades.join(', '), is: grades.join(', ') }]),
    ...(leastSample === undefined ? [] : [{ name: 'leastSample', was: answer.leastSample, is: leastSample }]),
  ];
}
