'use client';
import { useTranslations } from 'use-intl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { ACT_WORDS } from '#wire/http/history.ts';
import { usePlaceOfWork } from '../frame/place-of-work.ts';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { dayAndMinuteText } from '../i18n/instants.ts';
import { nameIn } from '../i18n/language.ts';
import styles from './then.module.css';

/** One case as it stood at an instant (epoch ms): its stage then, what had happened, and, paler, what came after. */
export function CaseThen({ detail, at }: { detail: CaseDetailAnswer; at: number }) {
  const t = useTranslations('shift.then');
  const words = useTranslations('shift.history.word.acts');
  const stages = useTranslations('shift.history.ended');
  const { timeZone, names } = usePlaceOfWork();
  const { language } = useLanguage();
  const { number, categoryKey } = detail.summary;
  const category = names.category(categoryKey);
  const passage = detail.passages.findLast(({ enteredAt, leftAt }) => enteredAt <= at && (leftAt ?? Infinity) > at);
  const entries = [...detail.timeline].sort((a, b) => a.at - b.at);
  const wordOf = (type: string): string => {
    const known = ACT_WORDS.find((one) => one === type);
    return known === undefined ? type : words(known);
  };
  return (
    <section className={styles.case} data-testid="case-then">
      <h2>
        <a href={`/desk?case=${encodeURIComponent(number)}`}>
          {category === null ? number : nameIn(language, category)}
        </a>
      </h2>
      <p>
        {number} · {passage === undefined ? t('notOpen') : t('was', { stage: stages(passage.stage) })}
      </p>
      <ol>
        {entries.map(({ eventId, at: when, type, actor }) => (
          <li key={eventId} data-later={when > at}>
            <span>{dayAndMinuteText(when, timeZone, language)}</span> {wordOf(type)} <i>{actor.name}</i>
          </li>
        ))}
      </ol>
    </section>
  );
}
