'use client';
import Link from 'next/link';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { PageHead } from '../../frame/PageHead.tsx';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import { useAnswer } from '../../frame/use-answer.ts';
import { Empty, Waiting } from '../../frame/Waiting.tsx';
import parts from '../../frame/page-parts.module.css';
import { ImportSteps } from './ImportSteps.tsx';
import type { ListsAnswer, ListVersionsAnswer } from './list-answers.ts';
import { inForceAddress, useListWords } from './list-words.ts';
import { VersionList } from './VersionList.tsx';
import styles from './lists.module.css';

/** One list: the three steps of bringing a file, and the versions there were. */
export function ListPage({ kind }: { kind: string }) {
  const t = useTranslations('admin.lists');
  const words = useListWords();
  const { renewNames } = usePlaceOfWork();
  const [lists, askLists] = useAnswer<ListsAnswer>('/api/v1/lists');
  const list = lists.state === 'ready' ? lists.answer.lists.find(({ id }) => id === kind) : undefined;
  const [versions, askVersions] = useAnswer<ListVersionsAnswer>(
    list === undefined ? null : `/api/v1/lists/${kind}/versions`,
  );
  const changed = useCallback(() => {
    askLists();
    askVersions();
    renewNames();
  }, [askLists, askVersions, renewNames]);
  const shown = inForceAddress(kind);
  return (
    <>
      <p className={styles.back}>
        <Link href="/admin/lists" prefetch={false}>
          {t('title')}
        </Link>
      </p>
      <PageHead title={words.name(kind)} says={words.says(kind)}>
        {shown !== null && (
          <Link href={shown} prefetch={false} className={parts.button}>
            {t('lookInForce')}
          </Link>
        )}
      </PageHead>
      {lists.state !== 'ready' && <Waiting asked={lists} again={askLists} />}
      {lists.state === 'ready' && list === undefined && <Empty>{t('unknown', { kind })}</Empty>}
      {list !== undefined && (
        <div className={styles.panes}>
          <ImportSteps list={list} onChanged={changed} />
          <aside className={styles.history} aria-label={t('versions')}>
            <h2>{t('versions')}</h2>
            {versions.state === 'ready' ? (
              <VersionList kind={kind} versions={versions.answer.versions} onChanged={changed} />
            ) : (
              <Waiting asked={versions} again={askVersions} />
            )}
          </aside>
        </div>
      )}
    </>
  );
}
