'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { Figures } from '#wire/figures.ts';
import { momentText } from '../../i18n/instants.ts';
import { overParts } from '../../i18n/durations.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { nameIn, shortCategoryIn } from '../../i18n/language.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { TickingText } from '../../realtime/TickingText.tsx';
import { useTimeZone } from '../../realtime/use-time-zone.ts';
import { useDictionary } from '../../stores/use-dictionary.ts';
import { useFrame } from '../../stores/use-frame.ts';
import { Shape } from '../../theme/Shape.tsx';
import { useScene } from '../../wall/scene-context.ts';
import { CasePhotos, hasOwnPhotos } from './CasePhotos.tsx';
import { CaseWay } from './CaseWay.tsx';
import { clockToShow, leftAt } from './case-clock.ts';
import { useCase, type HeldCase } from './use-case.ts';
import board from '../board/board.module.css';
import styles from './case-facts.module.css';

const isCounting = ({ working }: Figures): boolean => working.running;

/** The case of an incident: what and where, its clock, whose it is, the way it has come, its photos. */
export function CaseFacts() {
  const t = useTranslations('scenes.incident');
  const { scene } = useScene();
  const held = useCase(scene.target ?? null);
  return (
    <section className={board.board} data-testid="case-facts" data-feed="cases">
      {held === null ? <p className={board.none}>{t('reading')}</p> : <Facts held={held} />}
    </section>
  );
}

function Facts({ held }: { held: HeldCase }) {
  const t = useTranslations('scenes.incident');
  const common = useTranslations('common');
  const names = useDictionary();
  const { language } = useLanguage();
  const { summary, media } = held.detail;
  const category = names.category(summary.categoryKey);
  const place = [names.place(summary.place.districtCode), names.place(summary.place.subdistrictCode)]
    .flatMap((each) => (each === null ? [] : [nameIn(language, each)]))
    .join(' · ');
  const department = names.department(summary.department);
  return (
    <>
      <header className={styles.head}>
        <h2>{category === null ? t('unknownCategory') : shortCategoryIn(language, category)}</h2>
        <p>
          <span>{summary.number}</span>
          {summary.urgent && <em className={styles.urgent}>{t('urgent')}</em>}
          {summary.supervisionLevel > 0 && (
            <em className={styles.supervised} data-state="sup">
              {t('supervised')}
            </em>
          )}
        </p>
      </header>
      <CaseClock held={held} />
      <dl className={styles.facts}>
        <dt>{t('where')}</dt>
        <dd>
          {place}
          <small>{summary.address}</small>
        </dd>
        <dt>{t('stage')}</dt>
        <dd>
          {summary.phase in { closed: 1, void: 1, declined: 1 }
            ? common(`end.${summary.phase as 'closed'}`)
            : common(`doing.${summary.phase as 'dispose'}`)}
          <small>{department === null ? t('nobody') : nameIn(language, department)}</small>
        </dd>
      </dl>
      <CaseWay detail={held.detail} whole={!hasOwnPhotos(media)} />
      <CasePhotos media={media} />
    </>
  );
}

function CaseClock({ held }: { held: HeldCase }) {
  const t = useTranslations('scenes.incident');
  const { language } = useLanguage();
  const zone = useTimeZone();
  const counting = useFrame(usePicture().figures, isCounting) ?? false;
  const clock = clockToShow(held.detail.clocks);
  const text = useCallback(
    (now: number) => {
      if (clock === null) return '';
      const left = leftAt(clock, held.receivedAt, now, counting);
      const span = overParts(Math.abs(left), language)
        .map(({ figure, unit }) => `${figure}${unit}`)
        .join(' ');
      return t(left < 0 ? 'over' : 'left', { span });
    },
    [clock, held.receivedAt, counting, language, t],
  );
  if (clock === null || clock.dueAt === null) return <p className={styles.clock}>{t('noClock')}</p>;
  const shape = clock.lamp === 'red' ? 'out' : clock.lamp === 'amber' ? 'warn' : null;
  return (
    <p className={styles.clock} data-lamp={clock.lamp} data-state={shape ?? undefined}>
      {shape !== null && <Shape kind={shape} />}
      <TickingText textAt={text} testId="case-clock" />
      <small>{t('due', { time: momentText(clock.dueAt, held.receivedAt, zone, language) })}</small>
    </p>
  );
}
