import type { PanelKind } from '#domain/wall/panel.ts';
import type { Feed } from '#wire/figures.ts';
import type { Topic } from '#wire/protocol.ts';

/** What a panel stands on. */
export type PanelFeeds = {
  /** Feeds without which it shows the past: it loses colour with them. */
  feeds: readonly Feed['kind'][];
  /** Feeds of a part of it that loses colour by itself; the frame only says so. */
  beside?: readonly Feed['kind'][];
  /** The topics it is drawn from. */
  topics: readonly Topic[];
};

/** What a panel of a past day stands on: no feed is late with what has been. */
export const NOTHING: PanelFeeds = { feeds: [], topics: [] };

/** What each kind of panel stands on; a kind that is not here cannot be shown. */
export const PANEL_FEEDS: Readonly<Record<PanelKind, PanelFeeds>> = {
  'place-title': NOTHING,
  clock: NOTHING,
  key: NOTHING,
  // It tells of each feed by itself.
  'data-ages': NOTHING,
  numbers: { feeds: ['cases'], topics: ['figures'] },
  'city-map': { feeds: ['cases'], topics: ['heat', 'places'] },
  'focus-map': { feeds: ['cases', 'alerts'], beside: ['positions'], topics: ['heat', 'lane', 'teams'] },
  stages: { feeds: ['cases'], topics: ['figures', 'cases'] },
  'alert-lane': { feeds: ['alerts', 'cases'], topics: ['lane'] },
  league: { feeds: ['cases'], topics: ['figures'] },
  'league-table': { feeds: ['cases'], topics: ['figures'] },
  hourly: { feeds: ['cases'], topics: ['figures'] },
  categories: { feeds: ['cases'], topics: ['figures'] },
  'category-facts': { feeds: ['cases'], topics: ['figures', 'cases'] },
  'case-facts': { feeds: ['cases', 'alerts'], topics: ['cases', 'lane'] },
  'case-teams': { feeds: ['positions'], beside: ['cases'], topics: ['teams', 'roster'] },
  'replay-head': NOTHING,
  'replay-numbers': NOTHING,
  'replay-timeline': NOTHING,
  'team-coverage': { feeds: ['positions'], topics: ['teams', 'roster'] },
};
