'use client';
import { useTranslations } from 'use-intl';
import { limitText } from '#domain/clock/words.ts';
import parts from '../../frame/page-parts.module.css';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { nameOr } from '../names.ts';
import { useSystemName } from '../use-words.ts';
import type { Entry } from './catalogue-tree.ts';
import styles from './catalogue.module.css';

/** One subclass whole: its names, its code, and when it is filed and closed, in what time. */
export function EntryPane({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const t = useTranslations('admin.catalogue');
  const limits = useTranslations('admin.limits');
  const { language } = useLanguage();
  const systemName = useSystemName();
  const zh = language === 'zh';
  return (
    <aside className={styles.entry} aria-label={nameOr(language, entry)} data-testid="entry">
      <header>
        <h2>{nameOr(language, entry)}</h2>
        <button type="button" className={parts.link} onClick={onClose}>
          {t('close')}
        </button>
      </header>
      <p className={styles.otherName}>{zh ? entry.nameEn : entry.nameZh}</p>
      <dl>
        <dt>{t('code')}</dt>
        <dd>{entry.code}</dd>
        <dt>{t('kindHead')}</dt>
        <dd>{t(`kind.${entry.kind}`)}</dd>
        <dt>{t('class')}</dt>
        <dd>{`${entry.classCode} ${zh ? entry.classZh : entry.classEn}`}</dd>
        <dt>{t('system')}</dt>
        <dd>
          {systemName(entry.system)} <span className={styles.small}>{entry.system}</span>
        </dd>
      </dl>
      <h3>{t('conditions')}</h3>
      {(entry.conditions ?? []).length === 0 && <p className={parts.note}>{t('noConditions')}</p>}
      <ol>
        {(entry.conditions ?? []).map((one) => (
          <li key={one.no}>
            <p>
              {zh ? one.zh : one.en} {one.retired === true && <span className={parts.tag}>{limits('retired')}</span>}
            </p>
            <p className={styles.small}>
              {limits('close')}
              {': '}
              {zh ? one.closeZh : one.closeEn}
            </p>
            <p className={styles.small}>
              {limits('limit')}
              {': '}
              <b>{limitText(one.limit, language)}</b>
            </p>
          </li>
        ))}
      </ol>
    </aside>
  );
}
