import { z } from 'zod';
import type { PanelKind } from '#domain/wall/panel.ts';
import { AlertLane } from './alert-lane/AlertLane.tsx';
import { alertLaneSchema } from './alert-lane/options.ts';
import { boardSchema } from './board/board-options.ts';
import { CaseFacts } from './case-facts/CaseFacts.tsx';
import { CaseTeams } from './case-teams/CaseTeams.tsx';
import { Categories } from './categories/Categories.tsx';
import { categoriesSchema } from './categories/options.ts';
import { CategoryFacts } from './category-facts/CategoryFacts.tsx';
import { CityMap } from './city-map/CityMap.tsx';
import { Clock } from './clock/Clock.tsx';
import { DataAges } from './data-ages/DataAges.tsx';
import { panel, type LaterPanel, type PanelEntry } from './entry.ts';
import { Hourly } from './hourly/Hourly.tsx';
import { Key } from './key/Key.tsx';
import { League } from './league/League.tsx';
import { LeagueTable } from './league-table/LeagueTable.tsx';
import { Numbers } from './numbers/Numbers.tsx';
import { numbersSchema } from './numbers/options.ts';
import { PlaceTitle } from './place-title/PlaceTitle.tsx';
import { ReplayHead } from './replay-head/ReplayHead.tsx';
import { ReplayNumbers } from './replay-numbers/ReplayNumbers.tsx';
import { ReplayTimeline } from './replay-timeline/ReplayTimeline.tsx';
import { Stages } from './stages/Stages.tsx';
import { TeamCoverage } from './team-coverage/TeamCoverage.tsx';

const nothing = z.object({});

/** Every kind of panel a screen can be made of: the only list of them. */
export const PANELS: { readonly [Kind in PanelKind]: PanelEntry | LaterPanel } = {
  'place-title': panel(nothing, PlaceTitle),
  numbers: panel(numbersSchema, Numbers),
  clock: panel(nothing, Clock),
  'city-map': panel(nothing, CityMap),
  key: panel(nothing, Key),
  'data-ages': panel(nothing, DataAges),
  'focus-map': { load: () => import('./focus-map/entry.ts').then((module) => module.focusMapPanel) },
  stages: panel(nothing, Stages),
  'alert-lane': panel(alertLaneSchema, AlertLane),
  league: panel(nothing, League),
  hourly: panel(nothing, Hourly),
  categories: panel(categoriesSchema, Categories),
  'case-facts': panel(nothing, CaseFacts),
  'case-teams': panel(boardSchema, CaseTeams),
  'category-facts': panel(boardSchema, CategoryFacts),
  'league-table': panel(boardSchema, LeagueTable),
  'replay-head': panel(nothing, ReplayHead),
  'replay-numbers': panel(nothing, ReplayNumbers),
  'replay-timeline': panel(nothing, ReplayTimeline),
  'team-coverage': panel(boardSchema, TeamCoverage),
};
