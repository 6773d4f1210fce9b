import { panel } from '../entry.ts';
import { FocusMap } from './FocusMap.tsx';
import { focusMapSchema } from './options.ts';

/** The map with all that draws it: most of a screen's code. */
export const focusMapPanel = panel(focusMapSchema, FocusMap);
