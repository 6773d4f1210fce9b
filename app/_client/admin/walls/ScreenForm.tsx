'use client';
import { useTranslations } from 'use-intl';
import type { Rotation, Screen } from '#domain/wall/wall.ts';
import parts from '../../frame/page-parts.module.css';
import { NumberField } from './NumberField.tsx';
import { turnedTo } from './turned.ts';
import styles from './walls.module.css';

type Props = { screen: Screen; onScreen: (screen: Screen) => void; onRemove: () => void };
const ROTATIONS: readonly Rotation[] = [0, 90, 180, 270];

/** One screen by numbers: where its lit area hangs, its pixels, how it is turned. */
export function ScreenForm({ screen, onScreen, onRemove }: Props) {
  const t = useTranslations('walls.screens');
  const set = (change: Partial<Screen>): void => onScreen({ ...screen, ...change });
  const { pixels } = screen;
  return (
    <>
      <div className={styles.fields} data-narrow="">
        {(['x', 'y', 'width', 'height'] as const).map((side) => (
          <NumberField
            key={side}
            label={t(side)}
            value={screen[side]}
            onValue={(value) => set({ [side]: value })}
            least={side === 'x' || side === 'y' ? -50_000 : 50}
            most={50_000}
            testId={`screen-${side}`}
          />
        ))}
        <NumberField
          label={t('pixelsAcross')}
          value={pixels.width}
          onValue={(width) => set({ pixels: { ...pixels, width } })}
          least={320}
          most={16_384}
          whole
        />
        <NumberField
          label={t('pixelsDown')}
          value={pixels.height}
          onValue={(height) => set({ pixels: { ...pixels, height } })}
          least={240}
          most={16_384}
          whole
        />
        <label className={parts.field}>
          {t('rotation')}
          <select
            value={screen.rotation}
            onChange={(event) =>
              onScreen(turnedTo(screen, ROTATIONS.find((one) => String(one) === event.target.value) ?? 0))
            }
            data-testid="screen-rotation"
          >
            {ROTATIONS.map((one) => (
              <option key={one} value={one}>{`${one}°`}</option>
            ))}
          </select>
        </label>
      </div>
      <div className={styles.buttons}>
        <button type="button" className={parts.button} onClick={onRemove} data-testid="remove-screen">
          {t('remove', { screen: screen.id })}
        </button>
      </div>
    </>
  );
}
