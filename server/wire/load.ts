import type { AlertLoad } from '#domain/alert/load.ts';
import type { LoadLimits } from '#domain/alert/load-limits.ts';

/** Body of `load` (frame, at most once a second): how heavy the alerts lie on the officers of the scope. */
export type Load = AlertLoad & { at: number; limits: LoadLimits };
