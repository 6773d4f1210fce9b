'use client';
import { useTranslations } from 'use-intl';
import type { HandoverContent, HandoverHead, HandoverSignature } from '#wire/http/handover.ts';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { dayAndMinuteText, dayText, minuteText, momentText } from '../i18n/instants.ts';
import { nameIn } from '../i18n/language.ts';
import type { SheetNames } from './sheet-lines.ts';
import styles from './sheet.module.css';

type Props = { content: HandoverContent; head: HandoverHead | null; names: SheetNames; timeZone: string };

/** Whose shift it was, of which place, from when to when, and the two names under it. */
export function SheetHead({ content, head, names, timeZone }: Props) {
  const t = useTranslations('shift.sheet');
  const { language } = useLanguage();
  const { scope, since, sinceWhat, at, leaver } = content;
  const place = names.place(scope);
  return (
    <header className={styles.head}>
      <div>
        <p className={styles.kind}>{t('title')}</p>
        <h2>
          {place === null ? t('wholeCity') : nameIn(language, place)} · {dayText(at, timeZone, language)}
        </h2>
        <p className={styles.span}>
          <b>
            {momentText(since, at, timeZone, language)} – {minuteText(at, timeZone)}
          </b>{' '}
          {t(`since.${sinceWhat}`)}
        </p>
      </div>
      <div className={styles.names}>
        <Name part="leaves" signature={head?.leaves ?? null} name={leaver.name} timeZone={timeZone} />
        <Name part="comes" signature={head?.comes ?? null} name={head?.comes?.name ?? null} timeZone={timeZone} />
      </div>
    </header>
  );
}

type NameProps = {
  part: 'leaves' | 'comes';
  signature: HandoverSignature | null;
  name: string | null;
  timeZone: string;
};

function Name({ part, signature, name, timeZone }: NameProps) {
  const t = useTranslations('shift.sheet');
  const roles = useTranslations('desk.role');
  const { language } = useLanguage();
  return (
    <div className={styles.name} data-signed={signature !== null} data-testid={`name-${part}`}>
      <span>{t(part)}</span>
      <b>{name ?? '　'}</b>
      <i>
        {signature === null
          ? t('unsigned')
          : `${roles(signature.role)} · ${dayAndMinuteText(signature.at, timeZone, language)} · ${signature.address}`}
      </i>
    </div>
  );
}
