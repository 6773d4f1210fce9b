'use client';
import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useMemo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Dictionary } from '#wire/dictionary.ts';
import type { Me } from '#wire/http/me.ts';
import { Names } from '../stores/dictionary-store.ts';
import { FrameBar } from './FrameBar.tsx';
import { PlaceOfWorkContext, usePlaceOfWork, type PlaceOfWork } from './place-of-work.ts';
import { useAnswer } from './use-answer.ts';
import { isBelow, waysOf, type FrameId } from './ways.ts';
import styles from './frame.module.css';

const NO_NAMES = new Names(null);

type Props = { frame: FrameId; me: Me; timeZone: string; simulated: boolean; children: ReactNode };

/** The bar on top, the pages at the side, and the page itself. */
export function Frame({ frame, me, timeZone, simulated, children }: Props) {
  const t = useTranslations('frame');
  const [dictionary, renewNames] = useAnswer<Dictionary>('/api/v1/dictionary');
  const answer = dictionary.state === 'ready' ? dictionary.answer : null;
  const place = useMemo(
    (): PlaceOfWork => ({
      me,
      timeZone,
      simulated,
      names: answer === null ? NO_NAMES : new Names(answer),
      renewNames,
    }),
    [me, timeZone, simulated, answer, renewNames],
  );
  return (
    <PlaceOfWorkContext value={place}>
      <div data-face="frame" className={styles.frame} data-testid={`frame-${frame}`}>
        <a className={styles.skip} href="#page">
          {t('skip')}
        </a>
        <FrameBar frame={frame} />
        <SideWays frame={frame} />
        <main id="page" className={styles.page} tabIndex={-1}>
          {children}
        </main>
      </div>
    </PlaceOfWorkContext>
  );
}

function SideWays({ frame }: { frame: FrameId }) {
  const t = useTranslations('frame');
  const { me } = usePlaceOfWork();
  const path = usePathname();
  const kept = useKeptSearch(frame);
  return (
    <nav className={styles.side} aria-label={t('pages')}>
      {waysOf(frame, me.role).map(({ name, ways }) => (
        <div key={name ?? 'first'}>
          {name !== null && <h2>{t(`group.${name}`)}</h2>}
          {ways.map((way) => (
            <Link
              key={way.address}
              href={`${way.address}${kept}`}
              prefetch={false}
              aria-current={isBelow(path, way.address, frame) ? 'page' : undefined}
              data-testid={`way-${way.name}`}
            >
              {t(`way.${way.name}`)}
            </Link>
          ))}
        </div>
      ))}
    </nav>
  );
}

const KEPT = ['span', 'date', 'until', 'asOf'] as const;

/** The span that is looked at goes along from one page of figures to the next. */
function useKeptSearch(frame: FrameId): string {
  const search = useSearchParams();
  if (frame !== 'evaluation') return '';
  const kept = new URLSearchParams();
  for (const name of KEPT) {
    const value = search.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept.size === 0 ? '' : `?${kept.toString()}`;
}
