'use client';
import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import { CATALOGUES } from './catalogues.ts';
import { LANGUAGE_TAG } from './language.ts';
import { useLanguage } from './LanguageProvider.tsx';

/** Every sentence there is, for the faces that people work at; a wall's screens never load them. */
export function AllMessages({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  return (
    <IntlProvider locale={LANGUAGE_TAG[language]} messages={CATALOGUES[language]} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}
