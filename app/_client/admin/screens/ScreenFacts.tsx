'use client';
import { useTranslations } from 'use-intl';
import type { StandingWall } from '#domain/wall/standing.ts';
import type { ScreenAnswer } from '#wire/http/screens.ts';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import { ageText } from '../../i18n/durations.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { PAGE_BUILD } from '../../realtime/PictureProvider.tsx';
import { nameOr } from '../names.ts';
import { describedScreen, doubtsOf, pixelsOf } from './screen-facts.ts';
import styles from './screens.module.css';

/** What a screen told of itself, with what is doubtful marked. */
export function ScreenFacts({ screen, standing }: { screen: ScreenAnswer; standing: StandingWall | null }) {
  const t = useTranslations('screens.facts');
  const { names } = usePlaceOfWork();
  const { language } = useLanguage();
  const { report, skew, scope, approvedBy } = screen;
  const described = describedScreen(standing, screen.screen);
  const doubts = doubtsOf(screen, described, PAGE_BUILD);
  const place = [names.dictionary?.city, ...names.districts].find((one) => one?.code === scope);
  const lines: [Parameters<typeof t>[0], string, boolean][] = [
    ['place', place ? nameOr(language, place) : scope, false],
    ['by', approvedBy === '' ? t('operator') : approvedBy, false],
  ];
  if (report !== null) {
    const { painted } = report;
    const { width, height } = pixelsOf(painted);
    const hung = described === null ? t('undescribed') : `${described.pixels.width}×${described.pixels.height}`;
    lines.unshift(
      [
        'frames',
        t('framesOf', { count: rounded(painted.framesPerSecond), worst: rounded(painted.worstFrameMs) }) +
          (painted.softwareDrawn ? ` · ${t('software')}` : ''),
        doubts.has('frames'),
      ],
      [
        'skew',
        skew === null
          ? t('alone')
          : t('skewOf', { ms: signed(skew.ms), sure: rounded(skew.uncertaintyMs), frames: rounded(skew.frames) }),
        doubts.has('skew'),
      ],
      [
        'clock',
        painted.uncertaintyMs === null ? t('unknown') : t('clockOf', { ms: rounded(painted.uncertaintyMs) }),
        false,
      ],
      [
        'memory',
        painted.heapMb === null ? t('unknown') : t('memoryOf', { mb: rounded(painted.heapMb), nodes: painted.nodes }),
        doubts.has('heap'),
      ],
      ['window', t('windowOf', { window: `${width}×${height}`, hung }), doubts.has('window')],
      ['build', painted.build, doubts.has('build')],
      ['age', ageText(painted.upSeconds * 1000, language), false],
      ['node', report.node, false],
    );
  }
  return (
    <dl className={styles.facts}>
      {lines.map(([name, text, doubtful]) => (
        <div key={name} data-doubtful={doubtful ? '' : undefined} data-testid={`fact-${name}`}>
          <dt>{t(name)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function signed(value: number): string {
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${rounded(Math.abs(value))}`;
}
