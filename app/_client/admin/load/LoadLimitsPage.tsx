'use client';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LOAD_LIMITS, type LoadLimits } from '#domain/alert/load-limits.ts';
import type { SettingChangesAnswer } from '#wire/http/setting-changes.ts';
import { PageHead } from '../../frame/PageHead.tsx';
import { useAnswer } from '../../frame/use-answer.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import { ChangeBox } from '../settings/ChangeBox.tsx';
import { postJson } from '../settings/post-json.ts';
import { SettingHistory, type ChangedValue } from '../settings/SettingHistory.tsx';
import { changeOf, draftOf, type LoadDraft } from './load-draft.ts';
import { LoadLimitFields } from './LoadLimitFields.tsx';
import styles from './load-limits.module.css';

const ADDRESS = '/api/v1/load-limits';

/** Where the load of alerts stops being bearable for an officer, as the city sets it. */
export function LoadLimitsPage() {
  const t = useTranslations('queues.limits');
  const [limits, again] = useAnswer<LoadLimits>(ADDRESS);
  const [history, againHistory] = useAnswer<SettingChangesAnswer>(`${ADDRESS}/changes`);
  const [edited, setEdited] = useState<LoadDraft | null>(null);
  const lineOf = useLimitLine();
  const store = async (change: object): Promise<void> => {
    await postJson<LoadLimits>(ADDRESS, change);
    setEdited(null);
    again();
    againHistory();
  };
  const undo = (values: readonly ChangedValue[]): Promise<void> =>
    store(Object.fromEntries(values.map(({ name, was }) => [name, was])));
  if (limits.state !== 'ready')
    return (
      <>
        <PageHead title={t('title')} says={t('says')} />
        <Waiting asked={limits} again={again} />
      </>
    );
  const draft = edited ?? draftOf(limits.answer);
  const { change, valid, fault } = changeOf(limits.answer, draft);
  const lines = Object.entries(change).map(([name, is]) =>
    lineOf({ name, was: limits.answer[name as keyof LoadLimits], is }),
  );
  return (
    <>
      <PageHead title={t('title')} says={t('says')} />
      <div className={styles.panes}>
        <LoadLimitFields draft={draft} onDraft={setEdited} />
        <section className={styles.side} aria-label={t('change')} tabIndex={0}>
          {fault !== null && <p role="alert">{t(`fault.${fault}`)}</p>}
          <ChangeBox lines={lines} valid={valid} onApply={() => store(change)} onDiscard={() => setEdited(null)} />
          <SettingHistory asked={history} again={againHistory} lineOf={lineOf} onUndo={undo} />
        </section>
      </div>
    </>
  );
}

/** Says a change of a limit in words: `Flood above: 10 → 12`. */
function useLimitLine(): (value: ChangedValue) => string {
  const t = useTranslations('queues.limits');
  const settings = useTranslations('settings');
  return useCallback(
    ({ name, was, is }) => {
      const known = LOAD_LIMITS.find((one) => one === name);
      const say = (value: ChangedValue['is']): string => (value === null ? settings('unknown') : String(value));
      return settings('fromTo', { what: known === undefined ? name : t(`name.${known}`), was: say(was), is: say(is) });
    },
    [t, settings],
  );
}
