'use client';
import Image from 'next/image';
import { useTranslations } from 'use-intl';
import type { StandingWall } from '#domain/wall/standing.ts';
import type { ScreenAnswer } from '#wire/http/screens.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { ageText } from '../../i18n/durations.ts';
import { ScreenActs } from './ScreenActs.tsx';
import { ScreenFacts } from './ScreenFacts.tsx';
import styles from './screens.module.css';

type Props = { screen: ScreenAnswer; at: number; standing: StandingWall | null; onDone: () => void };

/** One screen: what it painted last, how it is, and what may be done with it. */
export function ScreenCard({ screen, at, standing, onDone }: Props) {
  const t = useTranslations('screens.admin');
  const { language } = useLanguage();
  const { wall, screen: id, label, link, revokedAt, report, pictureAt } = screen;
  const state = revokedAt === null ? link : 'revoked';
  const seen = report === null ? '' : t('seen', { age: ageText(at - (report.leftAt ?? report.seenAt), language) });
  return (
    <article className={styles.card} data-state={state} data-testid={`screen-${wall}-${id}`}>
      <header>
        <h3>
          {label === '' ? t('screen', { screen: id }) : label} <small>{`${wall}/${id}`}</small>
        </h3>
        <p data-testid="link">
          <b>{t(`link.${state}`)}</b> {seen}
        </p>
      </header>
      <figure>
        {pictureAt === null ? (
          <p>{t('noPicture')}</p>
        ) : (
          <Image
            src={`/api/v1/screens/${wall}/${id}/picture?at=${pictureAt}`}
            alt={t('pictureOf', { screen: id })}
            fill
            unoptimized
          />
        )}
        {pictureAt !== null && (
          <figcaption>{t('pictureAge', { age: ageText(Math.max(0, at - pictureAt), language) })}</figcaption>
        )}
      </figure>
      <ScreenFacts screen={screen} standing={standing} />
      {revokedAt === null ? (
        <ScreenActs screen={screen} at={at} standing={standing} onDone={onDone} />
      ) : (
        <p>{t('afterRevoke')}</p>
      )}
    </article>
  );
}
