'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import panes from '../../frame/panes.module.css';
import parts from '../../frame/page-parts.module.css';
import { isoDayText, secondText } from '../../i18n/instants.ts';
import { countText } from '../../i18n/numbers.ts';
import { useActName } from './act-words.ts';
import type { AuditLineAnswer } from './audit-question.ts';
import { changesOf } from './changes-of.ts';
import styles from './audit.module.css';

/** One line whole: what was said with it, before and after, and its place in the chain. */
export function LinePane({ line, onClose }: { line: AuditLineAnswer; onClose: () => void }) {
  const t = useTranslations('audit');
  const roles = useTranslations('desk.role');
  const actName = useActName();
  const { timeZone } = usePlaceOfWork();
  const { no, hash, at, actor, role, act, subject, result, detail, address } = line;
  const facts: readonly [string, ReactNode][] = [
    [t('at'), `${isoDayText(at, timeZone)} ${secondText(at, timeZone)}`],
    [
      t('who'),
      role === 'nobody'
        ? t('unknown', { name: actor.name })
        : actor.name === roles(role)
          ? actor.name
          : `${actor.name} · ${roles(role)}`,
    ],
    [t('id'), <code key="id">{actor.id || '–'}</code>],
    [t('address'), address || '–'],
    [t('subject'), subject],
    [t('result.label'), t(`result.${result}`)],
    [t('code'), <code key="act">{act}</code>],
  ];
  return (
    <section
      className={`${panes.about} ${styles.line}`}
      aria-label={t('line', { no: countText(no) })}
      tabIndex={0}
      data-testid="audit-line"
    >
      <header>
        <h2>{actName(act)}</h2>
        <button type="button" className={parts.link} onClick={onClose}>
          {t('close')}
        </button>
      </header>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Details detail={detail} />
      <h3>{t('line', { no: countText(no) })}</h3>
      <p className={styles.hash}>{hash}</p>
    </section>
  );
}

function Details({ detail }: Pick<AuditLineAnswer, 'detail'>) {
  const t = useTranslations('audit');
  const values = changesOf(detail);
  if (values.length === 0) return null;
  return (
    <>
      <h3>{t('detail')}</h3>
      <dl>
        {values.map(({ name, was, is }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              {was === undefined ? (
                textOf(is)
              ) : (
                <>
                  <span className={styles.was}>{textOf(was)}</span> → {textOf(is)}
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function textOf(value: string | number | boolean | null): string {
  return value === null || value === '' ? '–' : String(value);
}
