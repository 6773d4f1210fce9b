import type { Padding } from '../../map/bounds.ts';
import { TITLE_UNITS } from '../../map/fixtures.ts';

/** Room at the map's edges, in u, that its subject keeps clear of: the title above, the scale below. */
export const PADDING_UNITS: Padding = { top: TITLE_UNITS, right: 3, bottom: 4.5, left: 3 };

/** Side of the frame around the spot a map is about, in u. */
export const SPOT_UNITS = 6;
