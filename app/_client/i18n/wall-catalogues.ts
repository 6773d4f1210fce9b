import en from './en.json' with { type: 'json' };
import feedsEn from './feeds.en.json' with { type: 'json' };
import feedsZh from './feeds.zh.json' with { type: 'json' };
import scenesEn from './scenes.en.json' with { type: 'json' };
import scenesZh from './scenes.zh.json' with { type: 'json' };
import screensEn from './screens.en.json' with { type: 'json' };
import screensZh from './screens.zh.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };
import type { Messages } from './catalogues.ts';
import type { Language } from './language.ts';

/** What walls, the front door and signing in say: all that a screen loads. Faces for people say more (AllMessages). */
export const WALL_CATALOGUES: Readonly<
  Record<Language, Pick<Messages, 'common' | 'home' | 'login' | 'docs' | 'wall' | 'feeds' | 'scenes' | 'screens'>>
> = {
  zh: { ...zh, ...feedsZh, ...scenesZh, ...screensZh },
  en: { ...en, ...feedsEn, ...scenesEn, ...screensEn },
};
