'use client';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { StandingWall } from '#domain/wall/standing.ts';
import parts from '../../frame/page-parts.module.css';
import { postJson } from '../settings/post-json.ts';
import { ConfirmDialog } from '../lists/ConfirmDialog.tsx';
import { readingOf } from './reading.ts';
import { useWallWords } from './use-wall-words.ts';
import { WallActs } from './WallActs.tsx';
import { WallShape } from './WallShape.tsx';
import { copyId } from './wall-names.ts';
import styles from './walls.module.css';

type Props = { standing: StandingWall; taken: readonly string[]; onDone: () => void };

/** One wall: how it hangs, what it shows, and what may be done with it. */
export function WallCard({ standing, taken, onDone }: Props) {
  const t = useTranslations('walls.list');
  const { wallName, placeName } = useWallWords();
  const [failed, setFailed] = useState<string | null>(null);
  const { wall, layouts, program } = standing;
  const name = wallName(wall);
  const reading = readingOf(wall);
  const run = (work: Promise<unknown>): void => {
    work
      .then(
        () => setFailed(null),
        (error: unknown) => setFailed(error instanceof Error ? error.message : String(error)),
      )
      .finally(onDone);
  };
  const copy = (): void => {
    const id = copyId(wall.id, taken);
    const names = { zh: t('copyOfZh', { name: wall.names.zh }), en: t('copyOfEn', { name: wall.names.en }) };
    const change = { version: 0, wall: { ...wall, id, names }, layouts, playlist: program.playlist };
    run(postJson(`/api/v1/walls/${id}`, change));
  };
  return (
    <article className={styles.card} data-testid={`wall-${wall.id}`}>
      <header>
        <h2>
          {name} <small>{wall.id}</small>
        </h2>
        <p>
          {placeName(wall.scope)} ·{' '}
          {reading === null
            ? t('unmeasured')
            : t('measured', { count: wall.screens.length, metres: wall.viewingDistance / 1_000 })}
        </p>
      </header>
      <WallShape
        screens={wall.screens}
        label={reading === null ? t('unmeasuredLong') : t('shape', { count: wall.screens.length })}
      />
      <WallActs standing={standing} onDone={onDone} />
      <p className={styles.addresses}>
        {t('open')}{' '}
        {(wall.screens.length === 0 ? ['1'] : wall.screens.map(({ id }) => id)).map((id) => (
          <a key={id} href={`/wall/${wall.id}/${id}`} target="_blank" rel="noreferrer">
            {`/wall/${wall.id}/${id}`}
          </a>
        ))}
      </p>
      <div className={styles.buttons}>
        <Link
          href={`/admin/walls/${wall.id}`}
          prefetch={false}
          className={parts.button}
          data-main
          data-testid={`edit-${wall.id}`}
        >
          {t('edit')}
        </Link>
        <button type="button" className={parts.button} onClick={copy} data-testid={`copy-${wall.id}`}>
          {t('copy')}
        </button>
        <ConfirmDialog
          trigger={
            <button type="button" className={parts.button} data-testid={`remove-${wall.id}`}>
              {t('remove')}
            </button>
          }
          title={t('removeTitle', { name })}
          lines={[t('removeSays')]}
          yes={t('remove')}
          onYes={() => run(postJson(`/api/v1/walls/${wall.id}/remove`, {}))}
        />
      </div>
      {failed !== null && <p role="alert">{t('failed', { why: failed })}</p>}
    </article>
  );
}
