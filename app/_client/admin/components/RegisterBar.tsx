'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { COMPONENT_STATES } from '#domain/component/component.ts';
import type { RegisterSummaryAnswer } from '#wire/http/component.ts';
import { ChoiceField, SearchField } from '../../frame/filter-fields.tsx';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import parts from '../../frame/page-parts.module.css';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import { nameOr } from '../names.ts';
import { NO_FILTER, stateFrom, type RegisterFilter } from './register-question.ts';
import styles from './components.module.css';

type Props = {
  filter: RegisterFilter;
  summary: RegisterSummaryAnswer | null;
  shown: string;
  onFilter: (filter: RegisterFilter) => void;
};

const TYPING_MS = 250;

/** Which components are shown: by words, subclass, district, owner, state, and whether cases name them. */
export function RegisterBar({ filter, summary, shown, onFilter }: Props) {
  const t = useTranslations('register');
  const { names } = usePlaceOfWork();
  const { language } = useLanguage();
  const [words, setWords] = useState(filter.words);
  useEffect(() => {
    if (words === filter.words) return;
    const timer = setTimeout(() => onFilter({ ...filter, words }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [words, filter, onFilter]);
  const choices = {
    category: (summary?.categories ?? []).map(({ key, count }) => {
      const category = names.category(key);
      return { value: key, name: category === null ? key : nameOr(language, category), count };
    }),
    district: (summary?.districts ?? []).map(({ code, count }) => {
      const place = names.place(code);
      return { value: code, name: place === null ? code : nameOr(language, place), count };
    }),
    owner: (summary?.owners ?? []).map(({ name, count }) => ({ value: name, name, count })),
    state: COMPONENT_STATES.map((state) => ({
      value: state,
      name: t(`stateOf.${state}`),
      count: summary?.states.find((one) => one.state === state)?.count ?? 0,
    })),
  };
  return (
    <div className={parts.bar}>
      <SearchField label={t('words')} value={words} hint={t('wordsHint')} onChange={setWords} />
      {(['category', 'district', 'owner', 'state'] as const).map((name) => (
        <ChoiceField
          key={name}
          label={t(name === 'category' ? 'kind' : name)}
          value={filter[name]}
          all={t('all')}
          choices={choices[name].map((one) => ({ value: one.value, name: `${one.name} (${countText(one.count)})` }))}
          onChoose={(value) =>
            onFilter(name === 'state' ? { ...filter, state: stateFrom(value) } : { ...filter, [name]: value })
          }
          className={styles.choice}
          testId={`filter-${name}`}
        />
      ))}
      <label className={parts.check}>
        <input
          type="checkbox"
          checked={filter.withCases}
          onChange={(event) => onFilter({ ...filter, withCases: event.target.checked })}
          data-testid="with-cases"
        />
        {t('withCases')}
      </label>
      <button
        type="button"
        className={parts.button}
        onClick={() => {
          setWords('');
          onFilter(NO_FILTER);
        }}
      >
        {t('clear')}
      </button>
      <span className={parts.count} role="status" data-testid="shown">
        {shown}
      </span>
    </div>
  );
}
