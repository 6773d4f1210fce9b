import type { ComponentType } from 'react';
import { AlertLane } from './alert-lane/AlertLane.tsx';
import type { AlertLaneOptions } from './alert-lane/options.ts';
import { Categories } from './categories/Categories.tsx';
import type { CategoriesOptions } from './categories/options.ts';
import { CityMap } from './city-map/CityMap.tsx';
import { Clock } from './clock/Clock.tsx';
import { DataAges } from './data-ages/DataAges.tsx';
import { FocusMap } from './focus-map/FocusMap.tsx';
import { Hourly } from './hourly/Hourly.tsx';
import { Key } from './key/Key.tsx';
import { League } from './league/League.tsx';
import { Numbers } from './numbers/Numbers.tsx';
import { PlaceTitle } from './place-title/PlaceTitle.tsx';
import { Stages } from './stages/Stages.tsx';

/** What each kind of panel may be told; most need nothing. */
export type PanelOptions = {
  'place-title': object;
  numbers: object;
  clock: object;
  'city-map': object;
  key: object;
  'data-ages': object;
  'focus-map': object;
  stages: object;
  'alert-lane': AlertLaneOptions;
  league: object;
  hourly: object;
  categories: CategoriesOptions;
};
export type PanelKind = keyof PanelOptions;

/** Every kind of panel a screen can be made of: the only list of them. */
export const PANELS: { [Kind in PanelKind]: ComponentType<PanelOptions[Kind]> } = {
  'place-title': PlaceTitle,
  numbers: Numbers,
  clock: Clock,
  'city-map': CityMap,
  key: Key,
  'data-ages': DataAges,
  'focus-map': FocusMap,
  stages: Stages,
  'alert-lane': AlertLane,
  league: League,
  hourly: Hourly,
  categories: Categories,
};
