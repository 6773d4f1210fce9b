'use client';
import { useTranslations } from 'use-intl';
import { GOOD_ARC, LEAST_ARC } from '#domain/wall/unit.ts';
import type { Wall } from '#domain/wall/wall.ts';
import { NumberField } from './NumberField.tsx';
import { readingOf } from './reading.ts';
import styles from './walls.module.css';

const SHAPES = { good: '●', small: '▲', unreadable: '◆' } as const;

/** From how far the wall is read, and what that makes of its type. */
export function DistanceField({ wall, onDistance }: { wall: Wall; onDistance: (mm: number) => void }) {
  const t = useTranslations('walls.distance');
  const reading = readingOf(wall);
  return (
    <div className={styles.distance}>
      <NumberField
        label={t('label')}
        value={wall.viewingDistance / 1_000}
        onValue={(metres) => onDistance(Math.round(metres * 1_000))}
        least={0.3}
        most={100}
        testId="distance"
      />
      {reading !== null && (
        <p data-verdict={reading.verdict} data-testid="reading">
          <b>
            <i aria-hidden="true">{SHAPES[reading.verdict]}</i>{' '}
            {t(reading.verdict, { arc: tenth(reading.arc), good: GOOD_ARC, least: LEAST_ARC })}
          </b>{' '}
          {t('facts', { unit: tenth(reading.unit), smallest: tenth(reading.smallest) })}
          {reading.verdict !== 'good' &&
            ` ${t('goodFrom', { metres: tenth(reading.goodFrom / 1_000), good: GOOD_ARC })}`}
        </p>
      )}
    </div>
  );
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
