import type { Language } from '../../i18n/language.ts';
import type { SmallShape } from '../../layers/alerts/small-shapes.ts';
import type { SilentTeam } from '../../layers/teams/silent-teams.ts';
import type { BaseMap } from '../../map/base.ts';
import type { View } from '../../map/camera.ts';
import type { Names } from '../../stores/dictionary-store.ts';
import type { LaneRow } from '../alert-lane/lane-view.ts';

/** All that decides where words and numbers stand on a map. */
export type Input = {
  view: View;
  base: BaseMap;
  u: number;
  language: Language;
  focusCodes: readonly string[];
  dictionary: Names;
  /** What the map is about, where that is one spot: no words stand on it. */
  spot: { lon: number; lat: number } | null;
  rows: readonly LaneRow[];
  open: ReadonlyMap<string, number>;
  openText: (count: number) => string;
  unknownText: string;
  /** Shapes of the cases without a number. */
  small: readonly SmallShape[];
  /** Silent teams with their ages in words. */
  silent: readonly (SilentTeam & { text: string })[];
};
