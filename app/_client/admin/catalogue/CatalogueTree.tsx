'use client';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import { nameOr } from '../names.ts';
import { useSystemName } from '../use-words.ts';
import type { Branch, TreeSystem } from './catalogue-tree.ts';
import styles from './catalogue.module.css';

type Props = {
  tree: readonly TreeSystem[];
  total: number;
  branch: Branch;
  onChoose: (branch: Branch) => void;
};

/** The catalogue's branches; choosing one narrows the list beside it. */
export function CatalogueTree({ tree, total, branch, onChoose }: Props) {
  const t = useTranslations('admin.catalogue');
  const { language } = useLanguage();
  const systemName = useSystemName();
  const leaf = (name: string, count: number, to: Branch) => (
    <button type="button" aria-current={same(branch, to) ? 'true' : undefined} onClick={() => onChoose(to)}>
      <span>{name}</span>
      <em>{countText(count)}</em>
    </button>
  );
  return (
    <nav className={styles.tree} aria-label={t('branches')} data-testid="catalogue-tree">
      {leaf(t('all'), total, {})}
      {tree.map(({ system, count, kinds }) => (
        <div key={system} className={styles.system}>
          {leaf(systemName(system), count, { system })}
          <ul>
            {kinds.map((ofKind) => (
              <li key={ofKind.kind}>
                {leaf(t(`kind.${ofKind.kind}`), ofKind.count, { system, kind: ofKind.kind })}
                <ul>
                  {ofKind.classes.map((one) => (
                    <li key={one.classCode}>
                      {leaf(`${one.classCode} ${nameOr(language, one)}`, one.count, {
                        system,
                        kind: ofKind.kind,
                        classCode: one.classCode,
                      })}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function same(a: Branch, b: Branch): boolean {
  return a.system === b.system && a.kind === b.kind && a.classCode === b.classCode;
}
