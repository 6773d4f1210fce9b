'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { shortNameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { TickingText } from '../../realtime/TickingText.tsx';
import { leftText, whenText } from '../clock/words.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { useNames } from '../names/use-names.ts';
import { StateShape } from '../shapes/StateShape.tsx';
import { Tick } from './LineShapes.tsx';
import { shapeOf } from './order.ts';
import { clicked, keepFocus } from './QueueLine.tsx';
import { useSectionName } from './SectionHeading.tsx';
import type { Card } from './shown.ts';
import styles from './queue.module.css';

/** Places named on a card; the rest is counted. */
const NAMED_PLACES = 4;

/**
 * Many lines as one: what they have in common, how many they are and in which states, the worst clock among them, and
 * how fast they grow. `marked`: how many of them are picked.
 */
export function GroupCard({ card, selected, marked }: { card: Card; selected: boolean; marked: number }) {
  const t = useTranslations('queues.card');
  const desk = useDesk();
  const nameOf = useSectionName();
  const title = useTitle(card);
  return (
    <div
      id={`queue-${card.id}`}
      role="option"
      aria-selected={selected}
      className={styles.card}
      data-gone={card.gone || undefined}
      data-storm={card.storm || undefined}
      data-state={card.worst.threshold === 'warning' ? 'warning' : 'timeout'}
      data-marked={marked > 0 || undefined}
      onPointerDown={keepFocus}
      onClick={(event) => clicked(desk, event, card.id, () => desk.openCard(card))}
      data-testid="queue-card"
      data-card={card.id}
      data-count={card.count}
    >
      {marked > 0 ? (
        <Tick label={t('marked', { count: marked })} />
      ) : (
        <span
          className={styles.fold}
          data-open={card.open || undefined}
          role="img"
          aria-label={t(card.open ? 'open' : 'closed')}
        />
      )}
      <span className={styles.what}>
        <b>{title}</b>
      </span>
      <b className={styles.count}>{card.count}</b>
      <Where card={card} />
      <Worst card={card} />
      <span className={styles.states}>
        {card.states.map(({ section, count }) => (
          <span key={section} data-section={section}>
            <StateShape shape={shapeOf(section) ?? 'calm'} label={nameOf(section)} /> {count}
          </span>
        ))}
        {card.urgent > 0 && <em>{t('urgent', { count: card.urgent })}</em>}
        {card.untaken < card.count && <span>{t('taken', { count: card.count - card.untaken })}</span>}
        {marked > 0 && <span>{t('marked', { count: marked })}</span>}
      </span>
      <span className={styles.grows}>{card.recent > 0 ? t('recent', { count: card.recent }) : ''}</span>
    </div>
  );
}

/** What a card's lines have in common, in the officer's language. */
function useTitle({ by, worst }: Card): string {
  const t = useTranslations('queues.card');
  const stages = useTranslations('desk.stage');
  const trades = useTranslations('queues.trade');
  const names = useNames();
  const { picture } = useDesk();
  const { language } = useLanguage();
  const inDisposal = worst.stage === 'dispose' && worst.department !== null;
  const district = picture.dictionary.place(worst.districtCode);
  const place = district === null ? names.area(null, null) : shortNameIn(language, district);
  switch (by) {
    case 'holder-time':
    case 'holder':
      return inDisposal
        ? (names.department(worst.department) ?? '')
        : t('stage', { place, stage: stages(worst.stage) });
    case 'cause':
      return names.category(worst.categoryKey, null);
    case 'trade': {
      const trade = inDisposal ? picture.dictionary.department(worst.department)?.trade : undefined;
      return trade === undefined ? stages(worst.stage) : trades(trade);
    }
    case 'place':
      return place;
    case 'rest':
      return t('rest');
  }
}

/** Since when its lines fall due, or where they are. */
function Where({ card }: { card: Card }) {
  const t = useTranslations('queues.card');
  const stages = useTranslations('desk.stage');
  const { picture } = useDesk();
  const names = useNames();
  const zone = useTimeZone();
  const { language } = useLanguage();
  const { dueFrom, by } = card;
  const due = useCallback(
    (now: number) =>
      by !== 'holder-time'
        ? ''
        : dueFrom === null
          ? t('standing')
          : t('due', { when: whenText(dueFrom, now, zone, language) }),
    [by, dueFrom, zone, language, t],
  );
  if (card.stages.length > 0) {
    return (
      <span className={styles.where}>
        {card.stages.map(({ stage, count }) => `${stages(stage)} ${count}`).join(' · ')}
      </span>
    );
  }
  if (card.places.length === 0) return <TickingText textAt={due} className={styles.where} />;
  const said = card.places.slice(0, NAMED_PLACES).map(({ district, count }) => {
    const place = picture.dictionary.place(district);
    return `${place === null ? names.area(null, null) : shortNameIn(language, place)} ${count}`;
  });
  const more = card.places.length - said.length;
  return (
    <span className={styles.where}>
      {said.join(' · ')}
      {more > 0 ? ` · ${t('morePlaces', { count: more })}` : ''}
    </span>
  );
}

/** The clock of the worst line. */
function Worst({ card: { worst, gone } }: { card: Card }) {
  const t = useTranslations('queues.card');
  const { time } = useDesk();
  const { language } = useLanguage();
  const { basis, dueAt } = worst;
  const left = useCallback(
    (now: number) => t('worst', { left: leftText(time.left(basis, now, dueAt), language) }),
    [time, basis, dueAt, language, t],
  );
  return gone ? (
    <span className={styles.worst}>{t('gone')}</span>
  ) : (
    <TickingText textAt={left} className={styles.worst} />
  );
}
