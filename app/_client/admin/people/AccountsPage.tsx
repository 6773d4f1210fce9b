'use client';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AccountAnswer, AccountDone, AccountsAnswer } from '#wire/http/accounts.ts';
import { ChoiceField, SearchField } from '../../frame/filter-fields.tsx';
import { PageHead } from '../../frame/PageHead.tsx';
import { Pager } from '../../frame/Pager.tsx';
import panes from '../../frame/panes.module.css';
import { useAnswer } from '../../frame/use-answer.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import parts from '../../frame/page-parts.module.css';
import { countText } from '../../i18n/numbers.ts';
import { accountsAddress, NO_QUESTION, type AccountQuestion } from './account-calls.ts';
import { AccountPane } from './AccountPane.tsx';
import { AccountsTable } from './AccountsTable.tsx';
import { NewAccountPane } from './NewAccountPane.tsx';
import { useRoleName } from './use-role-name.ts';

/** What stands at the right: an account, a form for a new one, or nothing. */
type Beside = { kind: 'none' } | { kind: 'new' } | { kind: 'account'; account: AccountAnswer; password: string | null };

/** Everybody who may sign in, and one account with what may be done to it. */
export function AccountsPage() {
  const t = useTranslations('people');
  const [question, setQuestion] = useState<AccountQuestion>(NO_QUESTION);
  /** Ends of the pages before this one. */
  const [trail, setTrail] = useState<readonly string[]>([]);
  const [beside, setBeside] = useState<Beside>({ kind: 'none' });
  const [page, again] = useAnswer<AccountsAnswer>(accountsAddress(question, trail.at(-1) ?? null));
  const answer = page.state === 'ready' ? page.answer : null;
  const change = (next: AccountQuestion): void => {
    setQuestion(next);
    setTrail([]);
  };
  const done = ({ account, password }: AccountDone): void => {
    setBeside({ kind: 'account', account, password });
    again();
  };
  const chosen = beside.kind === 'account' ? beside.account.id : null;
  // What the table has is newer than what was chosen in it.
  const shown = beside.kind === 'account' ? (answer?.accounts.find(({ id }) => id === chosen) ?? beside.account) : null;
  return (
    <>
      <PageHead title={t('title')} says={t('says')}>
        <Link href="/admin/accounts/import" prefetch={false} className={parts.button}>
          {t('importLink')}
        </Link>
        <button
          type="button"
          className={parts.button}
          data-main
          onClick={() => setBeside({ kind: 'new' })}
          data-testid="new-account"
        >
          {t('new')}
        </button>
      </PageHead>
      <AccountsBar question={question} total={answer?.total ?? null} onChange={change} />
      {answer === null ? (
        <Waiting asked={page.state === 'failed' ? page : { state: 'asking' }} again={again} />
      ) : (
        <div className={panes.panes} data-open={beside.kind !== 'none'}>
          <div className={panes.left} aria-busy={page.state === 'ready' && !page.fresh}>
            <AccountsTable
              accounts={answer.accounts}
              narrow={beside.kind !== 'none'}
              chosen={chosen}
              onChoose={(account) => setBeside({ kind: 'account', account, password: null })}
            />
            {(trail.length > 0 || answer.next !== null) && (
              <Pager
                trail={trail}
                next={answer.next}
                onTrail={setTrail}
                words={{ before: t('before'), after: t('after') }}
              />
            )}
          </div>
          {beside.kind === 'new' && <NewAccountPane onDone={done} onClose={() => setBeside({ kind: 'none' })} />}
          {beside.kind === 'account' && shown !== null && (
            <AccountPane
              key={shown.id}
              account={shown}
              password={beside.password}
              onDone={done}
              onClose={() => setBeside({ kind: 'none' })}
            />
          )}
        </div>
      )}
    </>
  );
}

type BarProps = { question: AccountQuestion; total: number | null; onChange: (next: AccountQuestion) => void };

function AccountsBar({ question, total, onChange }: BarProps) {
  const t = useTranslations('people');
  const { roles, nameOf } = useRoleName();
  return (
    <div className={parts.bar}>
      <SearchField
        label={t('search')}
        hint={t('searchHint')}
        value={question.text}
        onChange={(text) => onChange({ ...question, text })}
      />
      <ChoiceField
        label={t('role')}
        value={question.role}
        all={t('all')}
        choices={roles.map((value) => ({ value, name: nameOf(value) }))}
        onChoose={(role) => onChange({ ...question, role })}
        testId="role-filter"
      />
      <ChoiceField
        label={t('state')}
        value={question.state}
        all={t('all')}
        choices={(['open', 'disabled', 'locked'] as const).map((value) => ({ value, name: t(`stateOf.${value}`) }))}
        onChoose={(state) => onChange({ ...question, state })}
        testId="state-filter"
      />
      <span className={parts.count} role="status" data-testid="total">
        {total === null ? '' : t('total', { count: countText(total) })}
      </span>
    </div>
  );
}
