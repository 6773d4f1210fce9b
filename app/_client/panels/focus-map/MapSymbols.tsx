'use client';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Figures } from '#wire/figures.ts';
import { writtenIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import { ageText } from '../../i18n/durations.ts';
import type { LayerContext } from '../../layers/layer.ts';
import { useView } from '../../map/use-view.ts';
import type { Names } from '../../stores/dictionary-store.ts';
import { useDictionary } from '../../stores/use-dictionary.ts';
import { useFrame } from '../../stores/use-frame.ts';
import { useStored } from '../../stores/use-summary.ts';
import { ShapeMarks } from '../../theme/Shape.tsx';
import { useLane } from '../alert-lane/use-lane.ts';
import type { Subject } from './aim.ts';
import { LabelMemory, layOut } from './lay-out.ts';
import { useSilentTeams } from './use-silent-teams.ts';
import styles from './focus-map.module.css';

const selectOpen = (figures: Figures): [string, number][] => figures.places.map(({ code, open }) => [code, open]);
const EVERY_PLACE_MS = 2_000;

/**
 * Numbered shapes, their names, counts of small shapes, ages of silent teams, names of places and rivers, and marks for
 * what lies outside: placed so that none hides another. It is laid out for the whole panel: on either side of a bezel
 * it is the same.
 */
export function MapSymbols({ context, subject }: { context: LayerContext; subject: Subject }) {
  const { codes: focusCodes, spot = null } = subject;
  const t = useTranslations('wall.map');
  const lane = useTranslations('wall.lane');
  const { picture, camera, base, alerts, u } = context;
  const dictionary = useDictionary();
  const { language } = useLanguage();
  const rows = useLane()?.rows;
  const open = useFrame(picture.figures, selectOpen);
  const byOrdinal = useStored(picture.places, EVERY_PLACE_MS)?.open ?? null;
  const openOf = useMemo(() => openCounts(dictionary, byOrdinal, open ?? []), [dictionary, byOrdinal, open]);
  const view = useView(camera);
  const small = useStored(alerts);
  const silent = useSilentTeams(context);
  const [memory] = useState(() => new LabelMemory());

  const laid = useMemo(
    () =>
      layOut(
        {
          view,
          base,
          u,
          language,
          focusCodes,
          dictionary,
          spot,
          rows: rows ?? [],
          open: openOf,
          openText: (count) => t('open', { count: countText(count) }),
          unknownText: lane('unknownCategory'),
          small,
          silent: silent.map((team) => ({ ...team, text: ageText(team.ageS * 1_000, language) })),
        },
        memory,
      ),
    [view, base, u, language, focusCodes, dictionary, spot, rows, openOf, t, lane, small, silent, memory],
  );

  return (
    <svg className={styles.overlay} data-testid="map-symbols" data-flying={view.flying ? '' : undefined}>
      {laid.rivers.map(({ id, x, y, angle, text }) => (
        <text key={id} className={styles.river} transform={`translate(${x} ${y}) rotate(${angle})`}>
          {text}
        </text>
      ))}
      {laid.settlements.map(({ id, x, y, text }) => (
        <text key={id} x={x} y={y} className={styles.settlement} lang={writtenIn(text)}>
          {text}
        </text>
      ))}
      {laid.places.map(({ id, x, y, name, below, level }) => (
        <g
          key={id}
          transform={`translate(${x} ${y})`}
          className={styles.district}
          data-level={level}
          data-testid={level === 'subdistrict' ? 'subdistrict-label' : 'district-label'}
        >
          <text className={styles.districtName} lang={writtenIn(name)} y={below === '' ? 0 : -1.05 * u}>
            {name}
          </text>
          <text className={styles.districtOpen} y={1.45 * u}>
            {below}
          </text>
        </g>
      ))}
      {laid.ages.map(({ id, x, y, text }) => (
        <text key={id} x={x} y={y} className={styles.age} data-testid="team-age">
          {text}
        </text>
      ))}
      {laid.counts.map(({ id, x, y, text }) => (
        <text key={id} x={x} y={y} className={styles.count} data-testid="shape-count">
          {text}
        </text>
      ))}
      {laid.symbols.map(({ row, x, y, fromX, fromY, moved }) =>
        moved ? <path key={row.caseId} d={`M${fromX} ${fromY}L${x} ${y}`} className={styles.leader} /> : null,
      )}
      {[...laid.symbols].reverse().map(({ x, y, size, row }) => (
        <g key={row.caseId} transform={`translate(${x} ${y})`} data-testid="map-symbol">
          <ShapeMarks
            kind={row.supervised ? 'sup' : 'out'}
            no={row.no}
            untaken={!row.taken}
            size={size}
            keyline={0.4 * u}
            numberSize={Math.max(1.8 * u, size * 0.56)}
          />
        </g>
      ))}
      {laid.names.map(({ id, x, y, text }) => (
        <text key={id} x={x} y={y} className={styles.name} data-testid="symbol-name">
          {text}
        </text>
      ))}
      {laid.edges.map(({ x, y, angle, count }) => (
        <g key={`${Math.round(angle)}`} transform={`translate(${x} ${y})`} className={styles.edge} data-state="out">
          <path
            d="M-.5 .3L0 -.35L.5 .3"
            transform={`translate(${edgeArrow(angle, count, u).join()}) rotate(${angle}) scale(${1.3 * u})`}
          />
          <g transform={`translate(${-1 * u} 0)`}>
            <ShapeMarks kind="out" size={1.6 * u} keyline={0.4 * u} />
          </g>
          <text x={0.3 * u}>{count}</text>
        </g>
      ))}
    </svg>
  );
}

/** Where a mark at the edge has its arrow: around its shape and its digits, which are wider than high. */
function edgeArrow(angle: number, count: number, u: number): [number, number] {
  const turn = (angle * Math.PI) / 180;
  const [left, right] = [-2.6, 1.3 + 1.1 * String(count).length];
  const across = Math.sin(turn);
  return [(across < 0 ? -left : right) * across * u, -1.9 * Math.cos(turn) * u];
}

/** Open cases of every place by code: of the live columns, and of the figures where they say otherwise. */
function openCounts(
  { dictionary }: Names,
  byOrdinal: Uint16Array | null,
  figures: readonly (readonly [string, number])[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  dictionary?.places.forEach(({ code }, ordinal) => {
    const count = byOrdinal?.[ordinal];
    if (count !== undefined) counts.set(code, count);
  });
  for (const [code, count] of figures) counts.set(code, count);
  return counts;
}
