'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { useVisitor } from '#client/frame/use-visitor.ts';
import { MAY } from '#client/frame/ways.ts';
import styles from '#client/frame/door.module.css';

const DeskFace = dynamic(() => import('./desk-face.tsx'), { ssr: false });
const SIGN_IN = '/login?next=/desk';

/** A person gets the desk. */
export function DeskDoor() {
  const t = useTranslations('desk.door');
  const visitor = useVisitor();
  const me = typeof visitor === 'string' ? null : visitor;
  return (
    <div data-face="desk" className={styles.page}>
      {me?.kind === 'person' && MAY.desk.includes(me.role) ? (
        <DeskFace me={me} />
      ) : (
        <p role="status" data-testid="door">
          {typeof visitor === 'string' ? t(visitor) : t('notForDesk')}{' '}
          {me !== null && <a href={SIGN_IN}>{t('signIn')}</a>}
        </p>
      )}
    </div>
  );
}
