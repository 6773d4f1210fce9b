'use client';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { rowNameIn, writtenIn } from '../../i18n/language.ts';
import { percentText } from '../../i18n/numbers.ts';
import { useDictionary } from '../../stores/use-dictionary.ts';
import { Shape } from '../../theme/Shape.tsx';
import { Sparkline } from '../../charts/Sparkline.tsx';
import type { LeagueEntry } from './league-view.ts';
import styles from './league.module.css';

export function LeagueRow({ entry, late }: { entry: LeagueEntry; late: boolean }) {
  const t = useTranslations('wall.league');
  const place = useDictionary().place(entry.code);
  const { language } = useLanguage();
  const name = place === null ? entry.code : rowNameIn(language, place);
  return (
    <li
      className={styles.row}
      lang={writtenIn(name)}
      data-late={late ? '' : undefined}
      data-testid={`league-${entry.code}`}
    >
      <span className={styles.rank}>{entry.rank ?? '–'}</span>
      <span className={styles.name}>{name}</span>
      <Sparkline values={entry.trend} className={styles.spark} />
      <span className={styles.rate}>
        {entry.belowTarget && !late && <Shape kind="warn" className={styles.below} />}
        {entry.rate === null ? '–' : percentText(entry.rate, entry.target)}
      </span>
      <span className={styles.gained}>{late ? t('late') : gainedText(entry.gained)}</span>
    </li>
  );
}

function gainedText(gained: number | null): string {
  if (gained === null || gained === 0) return '–';
  return gained > 0 ? `↑${gained}` : `↓${-gained}`;
}
