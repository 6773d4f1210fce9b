'use client';
import { Fragment, useState } from 'react';
import { useTranslations } from 'use-intl';
import { POST_LEVELS, type PostLevel } from '#domain/account/post.ts';
import type { Right } from '#domain/case/policy.ts';
import type { CaseRules } from '#domain/case/rules.ts';
import parts from '../../frame/page-parts.module.css';
import { groupedRights, levelsOf, MOVING_ROLES, type MovingRole } from './right-groups.ts';
import styles from './moves.module.css';

type Command = CaseRules['command'];

/** Role × level × move, under the command in force; where `draft` differs, what it would change is marked. */
export function RightsTable({ command, draft }: { command: Command; draft: Command }) {
  const t = useTranslations('rules');
  const roles = useTranslations('desk.role');
  const [role, setRole] = useState<MovingRole | ''>('');
  const [level, setLevel] = useState<PostLevel | ''>('');
  const shownRoles = MOVING_ROLES.filter((one) => role === '' || one === role);
  const isShown = (right: Right): boolean =>
    shownRoles.some((one) => {
      const levels = [...levelsOf(one, right, { command }), ...levelsOf(one, right, { command: draft })];
      return level === '' ? role === '' || levels.length > 0 : levels.includes(level);
    });
  const groups = groupedRights()
    .map(({ group, rights }) => ({ group, rights: rights.filter(isShown) }))
    .filter(({ rights }) => rights.length > 0);
  return (
    <section className={styles.rights} aria-label={t('table')}>
      <h2>{t('table')}</h2>
      <p className={parts.note}>{t('tableSays')}</p>
      <div className={parts.bar}>
        <label className={parts.field}>
          {t('onlyRole')}
          <select
            value={role}
            onChange={(event) => setRole(MOVING_ROLES.find((one) => one === event.target.value) ?? '')}
            data-testid="only-role"
          >
            <option value="">{t('all')}</option>
            {MOVING_ROLES.map((one) => (
              <option key={one} value={one}>
                {roles(one)}
              </option>
            ))}
          </select>
        </label>
        <label className={parts.field}>
          {t('onlyLevel')}
          <select
            value={level}
            onChange={(event) => setLevel(POST_LEVELS.find((one) => one === event.target.value) ?? '')}
            data-testid="only-level"
          >
            <option value="">{t('all')}</option>
            {POST_LEVELS.map((one) => (
              <option key={one} value={one}>
                {t(`level.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('table')}>
        <table className={styles.table} data-testid="rights">
          <thead>
            <tr>
              <th scope="col">{t('move')}</th>
              {shownRoles.map((one) => (
                <th key={one} scope="col">
                  {roles(one)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ group, rights }) => (
              <Fragment key={group}>
                <tr className={styles.group}>
                  <th scope="rowgroup" colSpan={shownRoles.length + 1}>
                    {t(`group.${group}`)}
                  </th>
                </tr>
                {rights.map((right) => (
                  <tr key={right}>
                    <th scope="row">
                      <b>{t(`right.${right}.name`)}</b>
                      <span>{t(`right.${right}.says`)}</span>
                    </th>
                    {shownRoles.map((one) => (
                      <td key={one}>
                        <Cell role={one} right={right} command={command} draft={draft} />
                      </td>
                    ))}
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.foot}>{t('foot')}</p>
    </section>
  );
}

function Cell({ role, right, command, draft }: { role: MovingRole; right: Right; command: Command; draft: Command }) {
  const t = useTranslations('rules');
  const now = levelsOf(role, right, { command });
  const then = levelsOf(role, right, { command: draft });
  const words = (levels: readonly PostLevel[]): string =>
    levels.length === POST_LEVELS.length ? t('allLevels') : levels.map((one) => t(`level.${one}`)).join(' · ');
  const gained = then.filter((one) => !now.includes(one));
  const lost = now.filter((one) => !then.includes(one));
  return (
    <>
      {now.length > 0 && <span className={styles.levels}>{words(now)}</span>}
      {gained.length > 0 && <span className={styles.gains}>{t('gains', { levels: words(gained) })}</span>}
      {lost.length > 0 && <span className={styles.loses}>{t('loses', { levels: words(lost) })}</span>}
    </>
  );
}
