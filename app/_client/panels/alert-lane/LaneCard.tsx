'use client';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { nameWithin, shortCategoryIn, shortNameIn } from '../../i18n/language.ts';
import { useDictionary } from '../../stores/use-dictionary.ts';
import { Shape } from '../../theme/Shape.tsx';
import { distanceText } from './distance.ts';
import type { LaneRow } from './lane-view.ts';
import { DueAt } from './DueAt.tsx';
import { TimeOver } from './TimeOver.tsx';
import styles from './alert-lane.module.css';

/** One group: what, where, whose, for how long, and who is on it. */
export function LaneCard({ row }: { row: LaneRow }) {
  const t = useTranslations('wall.lane');
  const common = useTranslations('common');
  const dictionary = useDictionary();
  const { language } = useLanguage();
  const category = dictionary.category(row.categoryKey);
  const district = dictionary.place(row.districtCode);
  const subdistrict = dictionary.place(row.subdistrictCode);
  const department = dictionary.department(row.department);
  const names = [district, subdistrict].flatMap((place) => (place === null ? [] : [shortNameIn(language, place)]));
  const [outer = '', inner = ''] = names;
  // A subdistrict that is called after its district needs no more.
  const where = inner.startsWith(outer) && inner !== '' ? inner : names.join(' · ');
  const state = !row.taken
    ? t('untaken')
    : row.team !== null
      ? t('enRoute', { distance: distanceText(row.team.metres) })
      : common(`doing.${row.stage}`);
  return (
    <li className={styles.card} data-taken={row.taken ? '' : undefined} data-testid="lane-card">
      <Shape kind={row.supervised ? 'sup' : 'out'} no={row.no} untaken={!row.taken} className={styles.shape} />
      <div className={styles.what}>
        <p className={styles.title}>
          <b>{category === null ? t('unknownCategory') : shortCategoryIn(language, category)}</b>
          {row.count > 1 && <i>{t('times', { count: row.count })}</i>}
          {row.urgent && <em>{t('urgent')}</em>}
          {row.supervised && (
            <em className={styles.supervised} data-state="sup">
              {t('supervised')}
            </em>
          )}
        </p>
        <p className={styles.where}>
          <b>{where === '' ? t('outside') : where}</b>
          {department !== null && <span data-may-yield="">{nameWithin(language, department, district)}</span>}
        </p>
      </div>
      <div className={styles.over}>
        {row.dueAtRest === null ? (
          <TimeOver overSince={row.overSince} overMs={row.overMs} />
        ) : (
          <DueAt at={row.dueAtRest} />
        )}
        <p className={styles.state} data-state={row.taken ? undefined : 'out'}>
          {state}
        </p>
      </div>
    </li>
  );
}
