'use client';
import { useTranslations } from 'use-intl';
import { MOST_SCREENS } from '#domain/wall/wall.ts';
import parts from '../../frame/page-parts.module.css';
import { NumberField } from './NumberField.tsx';
import { PRESETS } from './presets.ts';
import { isGrid, type ScreenGrid } from './screen-grid.ts';
import styles from './walls.module.css';

type Props = { grid: ScreenGrid; onGrid: (grid: ScreenGrid) => void };
const MOST_MM = 50_000;
const MOST_PIXELS = 16_384;

/** Equal screens in columns and rows: chosen by make, corrected by tape. */
export function GridForm({ grid, onGrid }: Props) {
  const t = useTranslations('walls.grid');
  const set = (change: Partial<ScreenGrid>): void => onGrid({ ...grid, ...change });
  const make = PRESETS.find(
    ({ width, height, pixels }) => width === grid.width && height === grid.height && pixels.width === grid.pixels.width,
  );
  return (
    <>
      <div className={styles.fields}>
        <NumberField
          label={t('columns')}
          value={grid.columns}
          onValue={(columns) => set({ columns })}
          least={1}
          most={MOST_SCREENS}
          whole
          testId="columns"
        />
        <NumberField
          label={t('rows')}
          value={grid.rows}
          onValue={(rows) => set({ rows })}
          least={1}
          most={MOST_SCREENS}
          whole
          testId="rows"
        />
        <label className={parts.field}>
          {t('make')}
          <select
            value={make?.id ?? ''}
            onChange={(event) => {
              const chosen = PRESETS.find(({ id }) => id === event.target.value);
              if (chosen === undefined) return;
              const { width, height, pixels, bezel } = chosen;
              set({ width, height, pixels, bezel });
            }}
            data-testid="make-of"
          >
            {make === undefined && <option value="">{t('own')}</option>}
            {PRESETS.map(({ id, pixels }) => (
              <option key={id} value={id}>
                {`${t(`makes.${id}`)} · ${pixels.width}×${pixels.height}`}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className={styles.fields} data-narrow="">
        <NumberField
          label={t('width')}
          value={grid.width}
          onValue={(width) => set({ width })}
          least={50}
          most={MOST_MM}
        />
        <NumberField
          label={t('height')}
          value={grid.height}
          onValue={(height) => set({ height })}
          least={50}
          most={MOST_MM}
        />
        <NumberField
          label={t('bezel')}
          value={grid.bezel}
          onValue={(bezel) => set({ bezel })}
          least={0}
          most={500}
          testId="bezel"
        />
        <NumberField
          label={t('pixelsAcross')}
          value={grid.pixels.width}
          onValue={(width) => set({ pixels: { ...grid.pixels, width } })}
          least={320}
          most={MOST_PIXELS}
          whole
        />
        <NumberField
          label={t('pixelsDown')}
          value={grid.pixels.height}
          onValue={(height) => set({ pixels: { ...grid.pixels, height } })}
          least={240}
          most={MOST_PIXELS}
          whole
        />
      </div>
      {!isGrid(grid) && <p role="alert">{t('tooMany', { most: MOST_SCREENS })}</p>}
    </>
  );
}
