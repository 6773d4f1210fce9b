import type { Role } from '#domain/account/role.ts';

/** The faces that are worked at a table: administration and evaluation. */
export type FrameId = 'admin' | 'evaluation';

/** A page in the side navigation. `name` is its key under `frame.way`. */
export type Way = { readonly address: string; readonly name: WayName };
export type WayGroup = {
  readonly name: 'inForce' | 'rules' | 'bring' | 'glass' | 'figures' | 'basis' | null;
  readonly ways: readonly Way[];
};

export type WayName =
  | 'overview'
  | 'catalogue'
  | 'limits'
  | 'calendar'
  | 'places'
  | 'departments'
  | 'components'
  | 'moves'
  | 'indicators'
  | 'lists'
  | 'walls'
  | 'screens'
  | 'league'
  | 'patrol'
  | 'departmentLeague'
  | 'posts'
  | 'series'
  | 'definitions';

/** Where one can go in each frame, in reading order. */
export const WAYS: Readonly<Record<FrameId, readonly WayGroup[]>> = {
  admin: [
    { name: null, ways: [{ address: '/admin', name: 'overview' }] },
    {
      name: 'inForce',
      ways: [
        { address: '/admin/catalogue', name: 'catalogue' },
        { address: '/admin/limits', name: 'limits' },
        { address: '/admin/calendar', name: 'calendar' },
        { address: '/admin/places', name: 'places' },
        { address: '/admin/departments', name: 'departments' },
        { address: '/admin/components', name: 'components' },
      ],
    },
    {
      name: 'rules',
      ways: [
        { address: '/admin/moves', name: 'moves' },
        { address: '/admin/indicators', name: 'indicators' },
      ],
    },
    { name: 'bring', ways: [{ address: '/admin/lists', name: 'lists' }] },
    {
      name: 'glass',
      ways: [
        { address: '/admin/walls', name: 'walls' },
        { address: '/admin/screens', name: 'screens' },
      ],
    },
  ],
  evaluation: [
    {
      name: 'figures',
      ways: [
        { address: '/evaluation', name: 'league' },
        { address: '/evaluation/departments', name: 'departmentLeague' },
        { address: '/evaluation/posts', name: 'posts' },
        { address: '/evaluation/series', name: 'series' },
        { address: '/evaluation/patrol', name: 'patrol' },
      ],
    },
    { name: 'basis', ways: [{ address: '/evaluation/definitions', name: 'definitions' }] },
  ],
};

/** Whose work each frame is. The server decides with every answer what an account may read; this says it before. */
export const MAY: Readonly<Record<FrameId, readonly Role[]>> = {
  admin: ['administrator'],
  evaluation: ['leader', 'duty-officer', 'administrator'],
};
