'use client';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useLanguage } from '#client/i18n/LanguageProvider.tsx';
import { useCredits } from '#client/map/use-credits.ts';
import styles from './home.module.css';

const DOORS = ['wall', 'desk', 'evaluation', 'admin', 'api'] as const;
const ADDRESS = {
  wall: '/wall/main/1',
  desk: '/desk',
  evaluation: '/evaluation',
  admin: '/admin',
  api: '/api/v1/docs',
} as const;

export function Home() {
  const t = useTranslations('home');
  const common = useTranslations('common');
  const { language, choose } = useLanguage();
  const credits = useCredits();
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <h1>{common('product')}</h1>
        <p>{common('tagline')}</p>
        <button type="button" onClick={() => choose(language === 'zh' ? 'en' : 'zh')} data-testid="language">
          {common('language')}
        </button>
      </header>
      <p className={styles.lead}>{t('lead')}</p>
      <nav className={styles.doors}>
        {DOORS.map((door) => (
          <Link key={door} href={ADDRESS[door]} prefetch={false} data-testid={`door-${door}`}>
            <b>{t(door)}</b>
            <span>{t(`${door}Says`)}</span>
            <code>{ADDRESS[door]}</code>
          </Link>
        ))}
      </nav>
      <p className={styles.demo} data-testid="simulated">
        <b>{common('simulated')}</b>
        {t('demo')} {t('demoAccess')}
      </p>
      <footer className={styles.sources}>
        <h2>{t('sources')}</h2>
        {credits?.sources.length === 0 && <p>{credits.line[language]}</p>}
        {credits?.sources.map(({ what, name, licence }) => (
          <p key={name + what.en}>
            {what[language]}: {name} ({licence})
          </p>
        ))}
        <p>{t('sourceReplace')}</p>
      </footer>
    </main>
  );
}
