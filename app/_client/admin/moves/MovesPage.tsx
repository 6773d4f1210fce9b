'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CaseRules } from '#domain/case/rules.ts';
import type { SettingChangesAnswer } from '#wire/http/setting-changes.ts';
import { PageHead } from '../../frame/PageHead.tsx';
import { useAnswer } from '../../frame/use-answer.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import { ChangeBox } from '../settings/ChangeBox.tsx';
import { postJson } from '../settings/post-json.ts';
import { SettingHistory, type ChangedValue } from '../settings/SettingHistory.tsx';
import { RightsTable } from './RightsTable.tsx';
import { RulesForm } from './RulesForm.tsx';
import { changeOf, draftOf, type RulesDraft } from './rules-draft.ts';
import { useRuleLine } from './use-rule-line.ts';
import { ruleOf, writtenRule } from './written-rule.ts';
import styles from './moves.module.css';

const ADDRESS = '/api/v1/rules';

/** Who may do what at which level, and what the city sets about its moves. */
export function MovesPage() {
  const t = useTranslations('rules');
  const [rules, again] = useAnswer<CaseRules>(ADDRESS);
  const [history, againHistory] = useAnswer<SettingChangesAnswer>(`${ADDRESS}/changes`);
  const [edited, setEdited] = useState<RulesDraft | null>(null);
  const lineOf = useRuleLine();
  const store = async (change: object): Promise<void> => {
    await postJson<CaseRules>(ADDRESS, change);
    setEdited(null);
    again();
    againHistory();
  };
  const undo = (values: readonly ChangedValue[]): Promise<void> =>
    store(Object.fromEntries(values.map(({ name, was }) => [name, ruleOf(name, was)])));
  if (rules.state !== 'ready')
    return (
      <>
        <PageHead title={t('title')} says={t('says')} />
        <Waiting asked={rules} again={again} />
      </>
    );
  const draft = edited ?? draftOf(rules.answer);
  const change = changeOf(rules.answer, draft);
  const lines = Object.entries(change ?? {}).map(([name, is]) =>
    lineOf({ name, was: writtenRule(rules.answer[name as keyof CaseRules]), is: writtenRule(is) }),
  );
  return (
    <>
      <PageHead title={t('title')} says={t('says')} />
      <div className={styles.panes}>
        <RightsTable command={rules.answer.command} draft={draft.command} />
        <section className={styles.side} aria-label={t('settings')} tabIndex={0}>
          <h2>{t('settings')}</h2>
          <RulesForm draft={draft} onDraft={setEdited} />
          <ChangeBox
            lines={lines}
            valid={change !== null}
            onApply={() => store(change ?? {})}
            onDiscard={() => setEdited(null)}
          />
          <SettingHistory asked={history} again={againHistory} lineOf={lineOf} onUndo={undo} />
        </section>
      </div>
    </>
  );
}
