'use client';
import { useTranslations } from 'use-intl';
import { shortCategoryIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { HEAT_DOMAIN } from '../../layers/heat/options.ts';
import type { LayerChoice } from '../../layers/index.ts';
import { useDictionary } from '../../stores/use-dictionary.ts';
import { HEAT_NAMES } from '../../theme/palette.ts';
import styles from './focus-map.module.css';

/** Under the map's title: of what the colours tell the density, and its steps where they are not those of the key. */
export function MapCaption({ chosen: { heat, ...layers }, outlined }: { chosen: LayerChoice; outlined: boolean }) {
  const t = useTranslations('wall.map');
  const stages = useTranslations('common.stage');
  const names = useDictionary();
  const { language } = useLanguage();
  if (layers['place-status']?.by === 'load') return <span>{t('load')}</span>;
  if (heat === null) return <span>{t('noHeat')}</span>;
  if (heat.by === 'all') return <span>{outlined ? t('caption') : t('captionPlain')}</span>;
  const category = heat.by === 'category' ? names.category(heat.key) : null;
  const what = {
    category: category === null ? '' : shortCategoryIn(language, category),
    stage: heat.by === 'stage' ? stages(heat.stage) : '',
    overdue: t('heatOverdue'),
  }[heat.by];
  return (
    <span>
      {t('heatOf', { what })}
      <i className={styles.steps}>
        {HEAT_DOMAIN[heat.by].edges.map((edge, step) => (
          <b key={edge} style={{ background: `var(--${HEAT_NAMES[step]})` }}>
            {edge}
          </b>
        ))}
      </i>
      {t('perKm2')}
    </span>
  );
}
