import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/noto-sans-sc/wght.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { LANGUAGE_COOKIE, LANGUAGE_TAG, languageFrom } from '#client/i18n/language.ts';
import { LanguageProvider } from '#client/i18n/LanguageProvider.tsx';

export const metadata: Metadata = { title: 'Citywall', description: 'A city’s daily problems, live' };
export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#0B0F11' };

/** Every page: our own fonts, the tokens, and the reader's language. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const language = languageFrom((await cookies()).get(LANGUAGE_COOKIE)?.value) ?? 'zh';
  return (
    <html lang={LANGUAGE_TAG[language]} suppressHydrationWarning>
      <body>
        <LanguageProvider initial={language}>{children}</LanguageProvider>
      </body>
    </html>
  );
}
