'use client';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Scene } from '#domain/wall/scene.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import type { WallDraft } from '../wall-draft.ts';
import { isReadyMessage, type PlanMessage } from './plan-message.ts';
import styles from '../canvas.module.css';

/** CSS pixels across in which the wall is drawn before it is made as small as its place. */
const DRAWN_PX = 1_600;

/** The whole wall's live picture by a draft: what its screens would show together. */
export function LivePreview({ draft, scene, aspect }: { draft: WallDraft; scene: Scene; aspect: number }) {
  const t = useTranslations('walls.canvas');
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [scale, setScale] = useState(0.5);
  const { language } = useLanguage();
  const { wall, layouts } = draft;
  useEffect(() => {
    const { current } = box;
    if (current === null) return;
    const watch = new ResizeObserver(() => setScale(current.clientWidth / DRAWN_PX));
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const tell = (): void => {
      const message: PlanMessage = { citywall: 'plan', wall, layouts, scene };
      frame.current?.contentWindow?.postMessage(message, location.origin);
    };
    const hear = ({ origin, source, data }: MessageEvent): void => {
      if (origin === location.origin && source === frame.current?.contentWindow && isReadyMessage(data)) tell();
    };
    tell();
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, [wall, layouts, scene]);
  return (
    <div ref={box} className={styles.preview} inert>
      <iframe
        // The picture speaks the language that it was opened in.
        key={language}
        ref={frame}
        src="/wall-preview"
        title={t('preview')}
        style={{ width: DRAWN_PX, height: DRAWN_PX / aspect, scale }}
      />
    </div>
  );
}
