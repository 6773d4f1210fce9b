'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { useVisitor } from '#client/frame/use-visitor.ts';
import { PRESENTERS } from '#wire/http/access.ts';
import styles from '#client/frame/door.module.css';

const BriefingFace = dynamic(() => import('./briefing-face.tsx'), { ssr: false });
const SIGN_IN = '/login?next=/briefing';

/** Whoever may present gets the remote; others are told and may sign in as somebody else. */
export function BriefingDoor() {
  const t = useTranslations('briefing.door');
  const visitor = useVisitor();
  const me = typeof visitor === 'string' ? null : visitor;
  const may = me !== null && PRESENTERS.some((role) => role === me.role);
  return (
    <div data-face="briefing" className={styles.page}>
      {may ? (
        <BriefingFace me={me} />
      ) : (
        <p role="status" data-testid="door">
          {typeof visitor === 'string' ? t(visitor) : t('notForYou')}{' '}
          {me !== null && <a href={SIGN_IN}>{t('signIn')}</a>}
        </p>
      )}
    </div>
  );
}
