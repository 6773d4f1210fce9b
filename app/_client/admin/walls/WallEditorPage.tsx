'use client';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { PageHead } from '../../frame/PageHead.tsx';
import { useAnswer } from '../../frame/use-answer.ts';
import { Empty, Waiting } from '../../frame/Waiting.tsx';
import parts from '../../frame/page-parts.module.css';
import { PictureProvider } from '../../realtime/PictureProvider.tsx';
import { WallEditor } from './WallEditor.tsx';
import { WALL_TOPICS, type WallsAnswer } from './WallsPage.tsx';

/** One wall to scale: its screens, the panels of each scene, and its playlist. */
export function WallEditorPage({ id }: { id: string }) {
  const t = useTranslations('walls.editor');
  const [asked, again] = useAnswer<WallsAnswer>('/api/v1/walls');
  const standing = asked.state === 'ready' ? asked.answer.walls.find(({ wall }) => wall.id === id) : undefined;
  if (asked.state === 'ready' && standing !== undefined)
    return (
      <PictureProvider face="admin" topics={WALL_TOPICS}>
        <WallEditor key={id} standing={standing} onStored={again} />
      </PictureProvider>
    );
  return (
    <>
      <PageHead title={id} says={t('says')}>
        <Link href="/admin/walls" prefetch={false} className={parts.button}>
          {t('all')}
        </Link>
      </PageHead>
      {asked.state === 'ready' ? <Empty>{t('missing')}</Empty> : <Waiting asked={asked} again={again} />}
    </>
  );
}
