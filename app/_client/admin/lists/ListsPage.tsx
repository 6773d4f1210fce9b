'use client';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { PageHead } from '../../frame/PageHead.tsx';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import { useAnswer } from '../../frame/use-answer.ts';
import { Empty, Waiting } from '../../frame/Waiting.tsx';
import parts from '../../frame/page-parts.module.css';
import { dayAndMinuteText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import type { ListsAnswer } from './list-answers.ts';
import { useListWords } from './list-words.ts';
import styles from './lists.module.css';

/** All lists that this city can bring itself, with what is in force of each. */
export function ListsPage() {
  const t = useTranslations('admin.lists');
  const words = useListWords();
  const { timeZone } = usePlaceOfWork();
  const { language } = useLanguage();
  const [asked, again] = useAnswer<ListsAnswer>('/api/v1/lists');
  return (
    <>
      <PageHead title={t('title')} says={t('says')} />
      <p className={styles.how}>{t('how')}</p>
      {asked.state !== 'ready' && <Waiting asked={asked} again={again} />}
      {asked.state === 'ready' && asked.answer.lists.length === 0 && <Empty>{t('noLists')}</Empty>}
      {asked.state === 'ready' && (
        <ul className={styles.lists} data-testid="lists">
          {asked.answer.lists.map(({ id, current }) => (
            <li key={id}>
              <div>
                <h2>
                  <Link href={`/admin/lists/${id}`} prefetch={false} data-testid={`list-${id}`}>
                    {words.name(id)}
                  </Link>
                </h2>
                <p>{words.says(id)}</p>
              </div>
              <p className={styles.inForce}>
                {current === null
                  ? t('never')
                  : t('inForce', {
                      version: current.version,
                      rows: countText(current.counts.rows),
                      by: current.by,
                      at: dayAndMinuteText(current.at, timeZone, language),
                    })}
              </p>
              <Link
                href={`/admin/lists/${id}`}
                prefetch={false}
                className={parts.button}
                aria-label={t('openList', { name: words.name(id) })}
              >
                {t('open')}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
