import adminEn from './admin.en.json' with { type: 'json' };
import adminZh from './admin.zh.json' with { type: 'json' };
import briefingEn from './briefing.en.json' with { type: 'json' };
import briefingZh from './briefing.zh.json' with { type: 'json' };
import cityEn from './city.en.json' with { type: 'json' };
import cityZh from './city.zh.json' with { type: 'json' };
import deskEn from './desk.en.json' with { type: 'json' };
import deskZh from './desk.zh.json' with { type: 'json' };
import evaluationEn from './evaluation.en.json' with { type: 'json' };
import evaluationZh from './evaluation.zh.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import feedsEn from './feeds.en.json' with { type: 'json' };
import feedsZh from './feeds.zh.json' with { type: 'json' };
import peopleEn from './people.en.json' with { type: 'json' };
import peopleZh from './people.zh.json' with { type: 'json' };
import queuesEn from './queues.en.json' with { type: 'json' };
import queuesZh from './queues.zh.json' with { type: 'json' };
import scenesEn from './scenes.en.json' with { type: 'json' };
import scenesZh from './scenes.zh.json' with { type: 'json' };
import screensEn from './screens.en.json' with { type: 'json' };
import screensZh from './screens.zh.json' with { type: 'json' };
import shiftEn from './shift.en.json' with { type: 'json' };
import shiftZh from './shift.zh.json' with { type: 'json' };
import wallsEn from './walls.en.json' with { type: 'json' };
import wallsZh from './walls.zh.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };
import type { Language } from './language.ts';

export type Messages = typeof zh &
  typeof briefingZh &
  typeof deskZh &
  typeof feedsZh &
  typeof peopleZh &
  typeof queuesZh &
  typeof scenesZh &
  typeof screensZh &
  typeof shiftZh &
  typeof wallsZh &
  typeof adminZh &
  typeof cityZh &
  typeof evaluationZh;

/** Every sentence of every screen. A test holds that both have the same keys and that every key used exists. */
export const CATALOGUES: Readonly<Record<Language, Messages>> = {
  zh: {
    ...zh,
    ...briefingZh,
    ...deskZh,
    ...feedsZh,
    ...peopleZh,
    ...queuesZh,
    ...scenesZh,
    ...screensZh,
    ...shiftZh,
    ...wallsZh,
    ...adminZh,
    ...cityZh,
    ...evaluationZh,
  },
  en: {
    ...en,
    ...briefingEn,
    ...deskEn,
    ...feedsEn,
    ...peopleEn,
    ...queuesEn,
    ...scenesEn,
    ...screensEn,
    ...shiftEn,
    ...wallsEn,
    ...adminEn,
    ...cityEn,
    ...evaluationEn,
  },
};

declare global {
  /** Lets the compiler know the keys that useTranslations takes; a new first-level key is named here too. */
  interface IntlMessages {
    common: Messages['common'];
    home: Messages['home'];
    login: Messages['login'];
    docs: Messages['docs'];
    wall: Messages['wall'];
    onWall: Messages['onWall'];
    briefing: Messages['briefing'];
    desk: Messages['desk'];
    feeds: Messages['feeds'];
    audit: Messages['audit'];
    people: Messages['people'];
    queues: Messages['queues'];
    scenes: Messages['scenes'];
    screens: Messages['screens'];
    shift: Messages['shift'];
    walls: Messages['walls'];
    frame: Messages['frame'];
    admin: Messages['admin'];
    register: Messages['register'];
    rules: Messages['rules'];
    settings: Messages['settings'];
    indicators: Messages['indicators'];
    evaluation: Messages['evaluation'];
    move: Messages['move'];
    refusal: Messages['refusal'];
    event: Messages['event'];
  }
}
