'use client';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { StandingWall } from '#domain/wall/standing.ts';
import type { Topic } from '#wire/protocol.ts';
import { PageHead } from '../../frame/PageHead.tsx';
import { useAnswer } from '../../frame/use-answer.ts';
import { Empty, Waiting } from '../../frame/Waiting.tsx';
import parts from '../../frame/page-parts.module.css';
import { PictureProvider } from '../../realtime/PictureProvider.tsx';
import { useWalls } from '../../wall/use-walls.ts';
import { NewWall } from './NewWall.tsx';
import { WallCard } from './WallCard.tsx';
import styles from './walls.module.css';

export type WallsAnswer = { walls: StandingWall[] };
/** What says at once, and on the server's clock, what walls show. */
export const WALL_TOPICS: readonly Topic[] = ['walls'];

/** Every wall: how it hangs, what it shows now, and what may be done with it. */
export function WallsPage() {
  const t = useTranslations('walls.list');
  const [asked, again] = useAnswer<WallsAnswer>('/api/v1/walls');
  const [making, setMaking] = useState(false);
  const walls = asked.state === 'ready' ? asked.answer.walls : [];
  const taken = walls.map(({ wall }) => wall.id);
  return (
    <PictureProvider face="admin" topics={WALL_TOPICS}>
      <PageHead title={t('title')} says={t('says')}>
        <Link href="/admin/screens" prefetch={false} className={parts.button}>
          {t('screens')}
        </Link>
        <button
          type="button"
          className={parts.button}
          data-main
          aria-expanded={making}
          onClick={() => setMaking(!making)}
          data-testid="new-wall"
        >
          {t('new')}
        </button>
      </PageHead>
      {making && <NewWall taken={taken} />}
      {asked.state !== 'ready' ? (
        <Waiting asked={asked} again={again} />
      ) : walls.length === 0 ? (
        <Empty>{t('none')}</Empty>
      ) : (
        <Cards walls={walls} taken={taken} onDone={again} />
      )}
    </PictureProvider>
  );
}

function Cards({
  walls,
  taken,
  onDone,
}: {
  walls: readonly StandingWall[];
  taken: readonly string[];
  onDone: () => void;
}) {
  const live = useWalls();
  return (
    <div className={styles.cards} data-testid="walls">
      {walls.map((standing) => (
        <WallCard key={standing.wall.id} standing={newest(standing, live)} taken={taken} onDone={onDone} />
      ))}
    </div>
  );
}

/** The newer of what was asked for and what the server has said since. */
export function newest(asked: StandingWall, live: readonly StandingWall[]): StandingWall {
  const told = live.find(({ wall }) => wall.id === asked.wall.id);
  return told !== undefined && told.version > asked.version ? told : asked;
}
