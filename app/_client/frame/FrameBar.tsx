'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { leaveSession } from '../desk/api.ts';
import { LANGUAGES, nameIn } from '../i18n/language.ts';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { usePlaceOfWork } from './place-of-work.ts';
import { MAY, type FrameId } from './ways.ts';
import styles from './frame-bar.module.css';

const OTHERS: Readonly<Record<FrameId, readonly ('desk' | FrameId)[]>> = {
  admin: ['evaluation', 'desk'],
  evaluation: ['desk', 'admin'],
  shift: ['desk', 'evaluation'],
};

/** Which city and which face this is, whose session, and the language. */
export function FrameBar({ frame }: { frame: FrameId }) {
  const t = useTranslations('frame');
  const common = useTranslations('common');
  const roles = useTranslations('desk.role');
  const router = useRouter();
  const { me, simulated, names } = usePlaceOfWork();
  const { language, choose } = useLanguage();
  const city = names.dictionary?.city ?? null;
  return (
    <header className={styles.bar}>
      <Link href="/" prefetch={false} className={styles.logo}>
        <b>{common('product')}</b> <span>{t(`title.${frame}`)}</span>
      </Link>
      <span className={styles.city}>{city === null ? '' : nameIn(language, city)}</span>
      {simulated && (
        <span className={styles.simulated} data-testid="simulated">
          {common('simulated')}
        </span>
      )}
      <span className={styles.space} />
      {OTHERS[frame]
        .filter((other) => MAY[other].includes(me.role))
        .map((other) => (
          <Link key={other} href={`/${other}`} prefetch={false} className={styles.other}>
            {t(`title.${other}`)}
          </Link>
        ))}
      <span className={styles.me} data-testid="me">
        <b>{me.name}</b> {me.name === roles(me.role) ? '' : roles(me.role)}
        <button
          type="button"
          onClick={() => void leaveSession().then((gone) => gone && router.push(`/login?next=/${frame}`))}
          data-testid="sign-out"
        >
          {t('signOut')}
        </button>
      </span>
      <span className={styles.languages} role="group" aria-label={t('languages')}>
        {LANGUAGES.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === language}
            aria-label={one === 'zh' ? '中文' : 'English'}
            onClick={() => choose(one)}
            data-testid={`language-${one}`}
          >
            {one === 'zh' ? '中' : 'EN'}
          </button>
        ))}
      </span>
    </header>
  );
}
