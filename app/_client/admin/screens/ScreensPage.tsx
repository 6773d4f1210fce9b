'use client';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { ScreenList } from '#wire/http/screens.ts';
import type { Walls } from '#wire/wall.ts';
import { PageHead } from '../../frame/PageHead.tsx';
import { useAnswer } from '../../frame/use-answer.ts';
import { Empty, Waiting } from '../../frame/Waiting.tsx';
import { ApproveBox } from './ApproveBox.tsx';
import { ScreenCard } from './ScreenCard.tsx';
import styles from './screens.module.css';

const AGAIN_MS = 4_000;

/** Lets new screens in, and shows how each one is. */
export function ScreensPage() {
  const t = useTranslations('screens.admin');
  const [list, again] = useAnswer<ScreenList>('/api/v1/screens');
  const [walls, againWalls] = useAnswer<Pick<Walls, 'walls'>>('/api/v1/walls');
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) again();
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, [again]);
  const standing = walls.state === 'ready' ? walls.answer.walls : [];
  return (
    <>
      <PageHead title={t('title')} says={t('says')} />
      <ApproveBox taken={list.state === 'ready' ? list.answer.screens : []} onSettled={again} />
      {list.state !== 'ready' ? (
        <Waiting asked={list} again={again} />
      ) : list.answer.screens.length === 0 ? (
        <Empty>{t('none')}</Empty>
      ) : (
        wallsOf(list.answer).map(({ wall, screens }) => (
          <section key={wall} className={styles.wall} aria-label={wall}>
            <h2>{t('wall', { wall })}</h2>
            <div className={styles.cards}>
              {screens.map((screen) => (
                <ScreenCard
                  key={screen.screen}
                  screen={screen}
                  at={list.answer.at}
                  standing={standing.find((one) => one.wall.id === wall) ?? null}
                  onDone={() => {
                    again();
                    againWalls();
                  }}
                />
              ))}
            </div>
          </section>
        ))
      )}
    </>
  );
}

function wallsOf({ screens }: ScreenList): { wall: string; screens: ScreenList['screens'] }[] {
  const walls = [...new Set(screens.map(({ wall }) => wall))];
  return walls.map((wall) => ({ wall, screens: screens.filter((screen) => screen.wall === wall) }));
}
