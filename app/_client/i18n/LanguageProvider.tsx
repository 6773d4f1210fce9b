'use client';
import '../frame/no-eval.ts';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { IntlProvider } from 'use-intl';
import { LANGUAGE_COOKIE, LANGUAGE_TAG, languageFrom, type Language } from './language.ts';
import { WALL_CATALOGUES } from './wall-catalogues.ts';

const LanguageContext = createContext<{ language: Language; choose: (language: Language) => void } | null>(null);

/**
 * The page's language and what every page says; faces for people bring more (AllMessages). `?lang=` in the address wins and is kept in a cookie; `initial` is what the
 * server read from that cookie.
 */
export function LanguageProvider({ initial, children }: { initial: Language; children: ReactNode }) {
  const [chosen, setChosen] = useState<Language | null>(null);
  const asked = useSyncExternalStore(neverChanges, languageOfAddress, () => null);
  const language = chosen ?? asked ?? initial;
  useEffect(() => {
    document.documentElement.lang = LANGUAGE_TAG[language];
    if (language !== initial)
      document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=31536000; samesite=lax`;
  }, [language, initial]);
  const choose = useCallback((next: Language) => {
    document.cookie = `${LANGUAGE_COOKIE}=${next}; path=/; max-age=31536000; samesite=lax`;
    setChosen(next);
  }, []);
  const value = useMemo(() => ({ language, choose }), [language, choose]);
  return (
    <LanguageContext value={value}>
      <IntlProvider locale={LANGUAGE_TAG[language]} messages={WALL_CATALOGUES[language]} timeZone="UTC">
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}

const neverChanges = (): (() => void) => () => undefined;

function languageOfAddress(): Language | null {
  return languageFrom(new URLSearchParams(location.search).get('lang'));
}

/** The page's language and how to change it. Throws outside a LanguageProvider. */
export function useLanguage(): { language: Language; choose: (language: Language) => void } {
  const value = useContext(LanguageContext);
  if (value === null) throw new Error('useLanguage needs a LanguageProvider above it');
  return value;
}
