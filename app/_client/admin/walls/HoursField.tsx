'use client';
import { useTranslations } from 'use-intl';
import type { Hours } from '#domain/wall/program.ts';
import parts from '../../frame/page-parts.module.css';

type Props = { hours: Hours | undefined; onHours: (hours: Hours | undefined) => void };
const DAY: Hours = { from: 8 * 60, to: 18 * 60 };

/** The hours of the day in which an entry takes its turn; they may go over midnight. */
export function HoursField({ hours, onHours }: Props) {
  const t = useTranslations('walls.playlist');
  return (
    <>
      <label className={parts.check}>
        <input
          type="checkbox"
          checked={hours !== undefined}
          onChange={() => onHours(hours === undefined ? DAY : undefined)}
        />
        {t('hours')}
      </label>
      {hours !== undefined &&
        (['from', 'to'] as const).map((side) => (
          <label key={side} className={parts.field}>
            {t(side)}
            <input
              type="time"
              value={clockText(hours[side])}
              onChange={(event) => {
                const minute = minuteOf(event.target.value);
                if (minute !== null) onHours({ ...hours, [side]: minute });
              }}
            />
          </label>
        ))}
    </>
  );
}

function clockText(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}

function minuteOf(text: string): number | null {
  const found = /^(\d\d):(\d\d)/u.exec(text);
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
}
