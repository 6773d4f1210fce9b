'use client';
import { useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Figures, Status } from '#wire/figures.ts';
import { minuteText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import { useBase } from '../../map/use-base.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { useTimeZone } from '../../realtime/use-time-zone.ts';
import { useFrame } from '../../stores/use-frame.ts';
import { useDictionary } from '../../stores/use-dictionary.ts';
import { useStored } from '../../stores/use-summary.ts';
import { Shape } from '../../theme/Shape.tsx';
import { useUnit } from '../../theme/use-unit.ts';
import { useFederatedLate } from '../league/use-federated-late.ts';
import { joinBoxes } from '../../map/join-boxes.ts';
import { usePanelWindow } from '../../wall/panel-window.ts';
import { useWall } from '../wall-context.ts';
import { CityGround } from './CityGround.tsx';
import { CityLabelMark } from './CityLabelMark.tsx';
import { boundsOf, flatten, holds } from './city-frame.ts';
import { cityLabels } from './city-labels.ts';
import { useSize } from './use-size.ts';
import styles from './city-map.module.css';

const selectView = ({ view }: Status) => ({ bounds: view.bounds, inFocus: view.focus.districtCodes });
const selectCounts = (figures: Figures) => ({
  timedOut: figures.timedOut,
  places: figures.places.map(({ code, timedOut, supervised, onTime }) => ({
    code,
    timedOut,
    supervised,
    low: onTime.rate !== null && onTime.rate < onTime.target,
  })),
});

/** The whole city, small: which district has what out of time, whose rate is low, whose data is late, and where the main map looks. */
export function CityMap() {
  const t = useTranslations('wall.city');
  const picture = usePicture();
  const dictionary = useDictionary();
  const { language } = useLanguage();
  const zone = useTimeZone();
  const u = useUnit();
  const base = useBase();
  const view = useFrame(picture.status, selectView);
  const counts = useFrame(picture.figures, selectCounts);
  const late = useFederatedLate();
  const looksAt = useStored(useWall().focusBounds);
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const joins = usePanelWindow()?.full.joins;

  const flat = useMemo(() => {
    const bounds = (base === null ? null : boundsOf(base.districts.features)) ?? view?.bounds;
    if (bounds === undefined || width === 0) return null;
    return flatten(bounds, width, height, { top: 6.3 * u, right: 2.2 * u, bottom: 2 * u, left: 2.6 * u });
  }, [base, view, width, height, u]);

  const frame = useMemo(() => {
    if (flat === null || looksAt === null) return null;
    const whole = base === null ? null : boundsOf(base.districts.features);
    // A frame around everything would say nothing, and keep every name out of it.
    if (whole !== null && holds(looksAt, whole)) return null;
    const [west, south, east, north] = looksAt;
    const [[left, bottom], [right, top]] = [flat(west, south), flat(east, north)];
    return { left, top, right, bottom };
  }, [flat, looksAt, base]);

  const labels = useMemo(() => {
    if (flat === null || counts === null || view === null) return [];
    return cityLabels({
      districts: dictionary.districts.filter(({ code }) => !view.inFocus.includes(code)),
      counts: new Map(counts.places.map((place) => [place.code, place])),
      asOf: new Map([...late].map(([code, at]) => [code, t('asOf', { time: minuteText(at, zone) })])),
      flat,
      language,
      u,
      busy: [
        { left: 0, top: 0, right: 21 * u, bottom: 6 * u },
        ...(frame === null ? [] : [frame]),
        ...joinBoxes(joins, u),
      ],
      area: { left: 0.8 * u, top: 0.5 * u, right: width - 0.8 * u, bottom: height - 0.8 * u },
    });
  }, [flat, counts, view, dictionary, late, language, zone, u, frame, width, height, joins, t]);

  return (
    <div className={styles.city} ref={box} data-testid="city-map" data-feed="cases">
      {flat !== null && base !== null && width > 0 && (
        <svg viewBox={`0 0 ${width} ${height}`} className={styles.drawing}>
          <CityGround
            base={base}
            flat={flat}
            u={u}
            low={counts?.places.filter(({ low, code }) => low && !late.has(code)).map(({ code }) => code) ?? []}
            late={[...late.keys()]}
          />
          {frame !== null && <Frame {...frame} />}
          {labels.map((label) => (
            <CityLabelMark key={label.code} label={label} u={u} />
          ))}
        </svg>
      )}
      <h2 className={styles.title}>
        {t('title')}
        {counts !== null && counts.timedOut > 0 && (
          <em>
            <Shape kind="out" />
            {countText(counts.timedOut)}
          </em>
        )}
        <span>{t('caption')}</span>
      </h2>
    </div>
  );
}

function Frame({ left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }) {
  const place = { x: left, y: top, width: right - left, height: bottom - top };
  return (
    <>
      <rect {...place} className={styles.frameCasing} />
      <rect {...place} className={styles.frame} />
    </>
  );
}
