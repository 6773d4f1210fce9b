'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { AccountAnswer } from '#wire/http/accounts.ts';
import { DataTable, type Column } from '../../frame/DataTable.tsx';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import parts from '../../frame/page-parts.module.css';
import { dayAndMinuteText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import { nameOr } from '../names.ts';
import { usePlaceName } from './use-place-name.ts';
import styles from './people.module.css';

type Props = {
  accounts: readonly AccountAnswer[];
  /** Something stands beside it: what it shows as well is left out. */
  narrow: boolean;
  chosen: string | null;
  onChoose: (account: AccountAnswer) => void;
};

const BESIDE = ['department', 'signedIn', 'sessions'];

/** Accounts, in the order of their user names. */
export function AccountsTable({ accounts, narrow, chosen, onChoose }: Props) {
  const t = useTranslations('people');
  const columns = useColumns();
  return (
    <DataTable
      label={t('title')}
      rows={accounts}
      columns={narrow ? columns.filter(({ id }) => !BESIDE.includes(id)) : columns}
      keyOf={({ id }) => id}
      none={t('none')}
      chosen={chosen}
      onChoose={onChoose}
      testId="accounts-table"
    />
  );
}

function useColumns(): Column<AccountAnswer>[] {
  const t = useTranslations('people');
  const roles = useTranslations('desk.role');
  const placeName = usePlaceName();
  const { names, timeZone } = usePlaceOfWork();
  const { language } = useLanguage();
  return useMemo(() => {
    const departmentName = (code: string | null): string => {
      const department = names.department(code);
      return department === null ? (code ?? '') : nameOr(language, department);
    };
    return [
      {
        id: 'username',
        head: t('username'),
        width: 'minmax(8rem, 1.1fr)',
        cell: ({ username }) => <span className={styles.username}>{username}</span>,
      },
      { id: 'name', head: t('name'), width: 'minmax(7rem, 1.2fr)', cell: ({ name }) => name },
      { id: 'role', head: t('role'), width: 'minmax(7rem, 1fr)', cell: ({ role }) => roles(role) },
      { id: 'scope', head: t('scope'), width: 'minmax(6rem, 1fr)', cell: ({ scope }) => placeName(scope) },
      {
        id: 'department',
        head: t('department'),
        width: 'minmax(8rem, 1.3fr)',
        cell: ({ department }) => departmentName(department),
      },
      { id: 'state', head: t('state'), width: 'minmax(6rem, 1fr)', cell: (account) => <States account={account} /> },
      {
        id: 'signedIn',
        head: t('signedIn'),
        width: 'minmax(7.5rem, 1fr)',
        cell: ({ signedInAt }) => (signedInAt === null ? t('never') : dayAndMinuteText(signedInAt, timeZone, language)),
      },
      {
        id: 'sessions',
        head: t('sessions'),
        width: '4.5rem',
        end: true,
        cell: ({ sessions }) => (sessions === 0 ? '' : countText(sessions)),
      },
    ];
  }, [t, roles, placeName, names, timeZone, language]);
}

/** What is out of the usual about an account; nothing for one that is simply open. */
export function States({ account }: { account: AccountAnswer }) {
  const t = useTranslations('people');
  const { disabled, lockedUntil, givenPassword, hasCode } = account;
  return (
    <>
      {disabled && <span className={`${parts.tag} ${styles.off ?? ''}`}>{t('tag.disabled')}</span>}{' '}
      {lockedUntil !== null && <span className={`${parts.tag} ${styles.off ?? ''}`}>{t('tag.locked')}</span>}{' '}
      {givenPassword && <span className={parts.tag}>{t('tag.givenPassword')}</span>}{' '}
      {hasCode && <span className={parts.tag}>{t('tag.hasCode')}</span>}
    </>
  );
}
