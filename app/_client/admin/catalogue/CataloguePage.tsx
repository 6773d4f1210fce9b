'use client';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { SearchField } from '../../frame/filter-fields.tsx';
import { PageHead } from '../../frame/PageHead.tsx';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import parts from '../../frame/page-parts.module.css';
import { countText } from '../../i18n/numbers.ts';
import { BringLink } from '../BringLink.tsx';
import { holds } from '../names.ts';
import { CatalogueTable } from './CatalogueTable.tsx';
import { CatalogueTree } from './CatalogueTree.tsx';
import { entriesOf, isOn, treeOf, type Branch } from './catalogue-tree.ts';
import { EntryPane } from './EntryPane.tsx';
import styles from './catalogue.module.css';

/** All components and events that a case can be filed under, by code system, kind and class. */
export function CataloguePage() {
  const t = useTranslations('admin.catalogue');
  const { names, renewNames } = usePlaceOfWork();
  const [branch, setBranch] = useState<Branch>({});
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const entries = useMemo(() => entriesOf(names.dictionary?.categories ?? []), [names]);
  const tree = useMemo(() => treeOf(entries), [entries]);
  const shown = useMemo(
    () =>
      entries.filter(
        (entry) =>
          isOn(branch, entry) &&
          holds(words, [entry.code, entry.nameZh, entry.nameEn, entry.classZh, entry.classEn, entry.shortZh]),
      ),
    [entries, branch, words],
  );
  const open = entries.find(({ key }) => key === chosen) ?? null;
  return (
    <>
      <PageHead title={t('title')} says={t('says')}>
        <BringLink kind="catalogue" />
      </PageHead>
      {names.dictionary === null ? (
        <Waiting asked={{ state: 'asking' }} again={renewNames} />
      ) : (
        <div className={styles.panes} data-open={open !== null}>
          <CatalogueTree tree={tree} total={entries.length} branch={branch} onChoose={setBranch} />
          <div className={styles.list}>
            <div className={parts.bar}>
              <SearchField label={t('search')} value={words} hint={t('searchHint')} onChange={setWords} />
              <span className={parts.count} role="status">
                {t('shown', { shown: countText(shown.length), all: countText(entries.length) })}
              </span>
            </div>
            <CatalogueTable entries={shown} chosen={chosen} onChoose={setChosen} />
          </div>
          {open !== null && <EntryPane entry={open} onClose={() => setChosen(null)} />}
        </div>
      )}
    </>
  );
}
